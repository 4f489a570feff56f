package org.photobridge.portal.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.job.RunTrials;
import org.photobridge.portal.test.BrowserTest;
import org.photobridge.portal.test.SimulatedTenant;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.directory.Person;

class PersonPageIT extends BrowserTest {

    @Test
    void a_stale_picture_is_synced_and_put_back() {
        openPerson("hostile.formula");
        assertThat(sentence()).containsText("SharePoint shows another picture of");

        button("sync").click();
        assertThat(sentence()).containsText("have the same picture of");
        assertRead();
        assertThePreviousPictureCanBeSeen();
        button("undo").click();

        assertThat(sentence()).containsText("was undone");
        assertThat(page().locator("[id='person:undo']")).hasCount(0);
        assertTheTimelineOpensPreviousPicturesToo();
    }

    /** At night, on a telephone, in Indonesian. */
    private void assertTheTimelineOpensPreviousPicturesToo() {
        page().setViewportSize(390, 800);
        page().context()
                .addCookies(List.of(
                        new Cookie("photobridge-theme", "dark").setUrl(at("/")),
                        new Cookie("photobridge-language", "id").setUrl(at("/"))));
        page().reload();
        assertThat(page().locator(".pb-busy")).hasCount(0);
        page().locator("[data-tab=timeline]").click();
        page().locator("[data-panel=timeline] a", new Page.LocatorOptions().setHasText("Foto sebelumnya"))
                .first()
                .click();
        assertThat(page().locator("[id='person:previousShown'] img")).isVisible();
        assertThat(page().locator("[id='person:previousShown']")).containsText("Disimpan sampai");
        assertAccessible("person previous dark id narrow");
        BoundingBox dialog = page().locator("[id='person:previousDialog']").boundingBox();
        Assertions.assertThat(dialog.x).isNotNegative();
        Assertions.assertThat(dialog.x + dialog.width).isLessThanOrEqualTo(390);
    }

    private void assertThePreviousPictureCanBeSeen() {
        button("previous").click();
        Locator shown = page().locator("[id='person:previousShown']");
        assertThat(shown).containsText("The picture in SharePoint before run ");
        assertThat(shown).containsText("Kept until");
        APIResponse jpeg =
                page().context().request().get(at(shown.locator("img").getAttribute("src")));
        Assertions.assertThat(jpeg.headers())
                .containsEntry("content-type", "image/jpeg")
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("cache-control", "no-store");
        String id = SimulatedTenant.get().tenant().named("hostile.formula").objectId();
        Assertions.assertThat(audited("picture.viewed-previous")).contains("\"subjectId\":\"" + id + "\"");
        assertAccessible("person previous");
        page().keyboard().press("Escape");
        assertThat(shown).isHidden();
    }

    @Test
    void what_was_removed_in_the_source_is_removed_in_the_target_with_a_reason_and_can_be_put_back() {
        M365Simulator tenant = SimulatedTenant.get();
        Person sara = tenant.tenant().named("smaller.copy");
        sync(sara);
        tenant.tenant().photos().delete(sara);
        sync(sara);
        RunTrials.make(at(AbsenceTrial.PATH), "person=" + sara.objectId());
        openPerson("smaller.copy");
        assertThat(sentence()).containsText("was removed in Exchange");

        button("remove").click();
        assertThat(page().locator("[id='person:removing']")).containsText("The picture is kept before");
        page().locator("[id='person:removeNow']").click();
        assertThat(page().locator("[id='person:removing'] .ui-message-error")).hasText("Reason is missing.");
        page().locator("[id='person:removeReason']").fill("She asked for it");
        page().locator("[id='person:removeNow']").click();

        assertThat(page().locator("[id='person:undo']")).isVisible();
        assertRead();
        assertThat(button("remove")).hasCount(0);
        assertThat(page().locator(".pb-frame").nth(2)).containsText("No picture");
        button("undo").click();
        assertThat(page().locator(".pb-frame").nth(2).locator("img")).isVisible();
    }

    private void sync(Person person) {
        String id = RunTrials.make(at("/ArquillianServletRunner/runs"), "kind=SYNC&person=" + person.objectId());
        signInAt("/run.xhtml?id=" + id);
        assertThat(page().locator("[id='run:state']")).containsText("Done");
    }

    @Test
    void where_the_plan_asks_somebody_keeps_the_picture_that_another_set() {
        ruleIs("ASK");
        try {
            openPerson("null.usertype");
            assertThat(sentence()).containsText("Someone else changed the picture of Nell Legacy");
            button("keep").click();

            assertThat(sentence()).containsText("is kept on purpose. Kept by admin on");
            assertRead();
            assertThat(button("keep")).hasCount(0);
            assertThat(button("replace")).isVisible();
            assertThat(sentence()).containsText("is kept on purpose. Kept by admin on");
        } finally {
            ruleIs("OVERWRITE");
        }
    }

    private void ruleIs(String rule) {
        signInAt("/plans.xhtml");
        page().locator("#plans tbody a")
                .filter(new Locator.FilterOptions().setHasText(SimulatedTenant.PLAN))
                .first()
                .click();
        page().locator("[id='form:notOurs']").selectOption(rule);
        page().locator("[id='form:save']").click();
        page().locator("[id='form:confirm']").click();
        assertThat(page().locator("#messages")).containsText("is saved");
    }

    @Test
    void long_and_hostile_names_stay_within_the_window() {
        for (String name : new String[] {"hostile.formula", "hostile.markup", "hostile.direction", "hostile.lines"}) {
            openPerson(name);
            String path = page().url().substring(at("").length());
            assertNothingSticksOut(path);
            assertNothingSticksOut("/people.xhtml?q=" + name);
        }
    }

    @Test
    void both_systems_are_read_on_opening_and_their_pictures_come_from_us() {
        openPerson("hostile.markup");

        Locator pictures = page().locator(".pb-frame img");
        assertThat(pictures).hasCount(4);
        for (Locator picture : pictures.all()) {
            APIResponse jpeg = page().context().request().get(at(picture.getAttribute("src")));

            Assertions.assertThat(jpeg.headers())
                    .containsEntry("content-type", "image/jpeg")
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("cache-control", "no-store");
            Assertions.assertThat(jpeg.body()).startsWith(0xff, 0xd8, 0xff);
        }
    }

    @Test
    void what_sharepoint_itself_shows_stands_beside_what_is_saved_with_size_and_time() {
        openPerson("hostile.lines");

        Locator shown = page().locator(".pb-frame").nth(3);
        assertThat(shown).containsText("Shown by SharePoint");
        assertThat(shown).containsText(Pattern.compile("\\d+ x \\d+ pixels, \\d+ kB"));
        assertThat(shown).containsText("Asked");
        openPerson("ben.okafor");
        assertThat(shown).containsText("A placeholder");
        assertThat(shown.locator("img")).hasCount(0);
    }

    @Test
    void a_hostile_name_is_text_everywhere() {
        openPerson("hostile.markup");

        assertThat(page().locator("h1")).hasText("<img src=x onerror=alert(1)>");
        assertThat(page().locator("#letter")).containsText("Hello <img src=x onerror=alert(1)>,");
        assertThat(page()).hasTitle("<img src=x onerror=alert(1)> – Photobridge");
    }

    @Test
    void a_picture_that_cannot_be_used_is_explained_with_who_can_help() {
        openPerson("corrupt.photo");

        assertThat(sentence()).containsText("can't be opened, or ends too early");
        assertThat(page().locator(".pb-verdict")).containsText("The person themselves");
    }

    @Test
    void whoever_has_no_profile_cannot_have_a_picture_and_no_button_pretends_otherwise() {
        openPerson("no.profile");

        assertThat(sentence()).containsText("can't have a picture brought over");
        assertThat(page().locator("[id='person:sync']")).hasCount(0);
    }

    @Test
    void a_person_is_protected_with_a_reason_and_released_again() {
        openPerson("huge.png");
        button("protect").click();
        page().locator("[id='person:protectNow']").click();
        assertThat(page().locator("[id='person:protection'] .ui-message-error")).hasText("Reason is missing.");

        page().locator("[id='person:protectReason']").fill("Asked for in <b>writing</b>");
        page().locator("[id='person:protectNow']").click();
        assertThat(sentence()).containsText("Asked for in <b>writing</b>");
        assertRead();
        button("release").click();
        page().locator("[id='person:releaseReason']").fill("No longer asked for");
        page().locator("[id='person:releaseNow']").click();

        assertThat(button("protect")).isVisible();
    }

    @Test
    void the_open_tab_stands_in_the_address() {
        openPerson("hostile.markup");

        page().locator("[data-tab=facts]").click();

        assertThat(page()).hasURL(Pattern.compile("tab=facts"));
        assertThat(page().locator("[data-panel=facts]")).isVisible();
        assertThat(page().locator("[data-panel=advice]")).isHidden();
        page().reload();
        assertThat(page().locator("[data-panel=facts]")).isVisible();
        assertThat(page().locator("[data-panel=facts]")).containsText("PictureURL");
        assertRead();
    }

    @Test
    void whom_nobody_knows_is_said_so_in_words() {
        signInAt("/person.xhtml?id=nobody-at-all");

        assertThat(page().locator(".pb-nothing h2")).hasText("Nobody is known by this id");
    }

    @Test
    void pictures_are_for_whom_may_see_people_only() {
        APIResponse refused = page().context().request().get(at("/pictures?connection=1&person=x"));
        Assertions.assertThat(refused.status()).isEqualTo(401);

        signInAt("/people.xhtml");
        for (String address :
                new String[] {"", "?connection=1&person=x", "?connection=a&person=x", "?reading=x&side=y", "?previous=x"
                }) {
            APIResponse missing = page().context().request().get(at("/pictures" + address));
            Assertions.assertThat(missing.status()).as(address).isEqualTo(404);
        }
    }

    @Test
    void it_looks_good_in_every_look() {
        openPerson("no.profile");

        assertLooksGood("person", page().url().substring(at("").length()));
    }

    private void openPerson(String name) {
        signInAt("/people.xhtml?q=" + name);
        page().locator(".pb-name").first().click();
        assertThat(page().locator(".pb-verdict")).isVisible();
        assertRead();
    }

    /** Nothing is under way any more. */
    private void assertRead() {
        assertThat(page().locator(".pb-busy")).hasCount(0);
        assertThat(page().locator("[id='person:pictures']")).containsText("Both systems checked");
    }

    private Locator sentence() {
        return page().locator(".pb-sentence");
    }

    private Locator button(String id) {
        return page().locator("[id='person:" + id + "']");
    }
}
