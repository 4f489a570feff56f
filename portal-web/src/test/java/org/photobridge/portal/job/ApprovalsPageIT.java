package org.photobridge.portal.job;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.BrowserTest;
import org.photobridge.portal.test.SimulatedTenant;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.directory.Person;

class ApprovalsPageIT extends BrowserTest {
    private static final int PEOPLE = 24;
    private static final double LONG_ENOUGH = 60_000;

    @Test
    void a_run_that_would_replace_many_pictures_of_others_is_looked_at_and_approved() {
        String run = held();
        assertThat(card(run)).containsText("the plan allows 20 without asking");
        assertThat(page().locator("#menu .pb-badge")).isVisible();
        assertThat(card(run).locator(".pb-sample").first()).containsText("Would be");
        page().waitForLoadState(LoadState.NETWORKIDLE);
        Assertions.assertThat(card(run)
                        .locator(".pb-sample img")
                        .evaluateAll("images => images.filter(image => image.naturalWidth > 0).length"))
                .as("pictures that were drawn")
                .isEqualTo(card(run).locator(".pb-sample").count() * 2);

        card(run).getByLabel("Your reason").fill("We asked everybody for new pictures");
        card(run).getByText("Approve and go on").click();
        page().locator(".ui-confirm-dialog button")
                .getByText("Approve and go on")
                .click();

        assertThat(page().locator("#messages")).containsText("is approved and goes on");
        assertThat(card(run)).hasCount(0);
        open("/run.xhtml?id=" + run);
        awaitState("Done");
        assertThat(page().locator("[id='run:head']")).containsText("Approved by admin");
        assertThat(page().locator("[id='run:head']")).containsText("We asked everybody for new pictures");
    }

    @Test
    void a_rejection_needs_a_reason_and_ends_the_run_with_it() {
        String run = held();

        card(run).locator("button").getByText("Reject").click();
        assertThat(card(run)).containsText("Say why it is rejected");
        card(run).getByLabel("Your reason").fill("The pictures in SharePoint are the right ones");
        card(run).locator("button").getByText("Reject").click();

        assertThat(page().locator("#messages")).containsText("is rejected");
        open("/run.xhtml?id=" + run);
        awaitState("Stopped");
        assertThat(page().locator("[id='run:head']")).containsText("Rejected by admin");
        assertThat(page().locator("[id='run:head']")).containsText("The pictures in SharePoint are the right ones");
    }

    @Test
    void a_run_that_somebody_else_decided_meanwhile_is_said_to_be_decided() {
        String run = held();
        make("reject=" + run);

        card(run).getByLabel("Your reason").fill("Too late");
        card(run).locator("button").getByText("Reject").click();

        assertThat(page().locator("#messages")).containsText("doesn't wait for a decision any more");
        assertThat(card(run)).hasCount(0);
    }

    @Test
    void everybody_whom_the_run_would_change_is_shown_by_a_preview() {
        String run = held();

        card(run).getByText("Show everybody it would change").click();

        assertThat(page().locator("#content")).containsText("follows run " + run);
        awaitState("Done");
        open("/approvals.xhtml");
        assertThat(card(run)).containsText("Would be");
        make("reject=" + run);
    }

    @Test
    void it_looks_good_in_every_look() {
        String real = held();
        String tooShort = make("kind=SYNC&state=AWAITING_APPROVAL&code=fewer-people-listed&found=12&allowed=50");
        open("/approvals.xhtml");
        assertThat(card(tooShort)).containsText("lists 12 people, but the plan expects at least 50");

        assertLooksGood("approvals", "/approvals.xhtml");

        make("reject=" + real);
        make("reject=" + tooShort);
    }

    /** Signs in; a run for many people is held by then. */
    private String held() {
        String people = peopleWithPicturesOfOthers().stream()
                .map(person -> "&person=" + person.objectId())
                .collect(Collectors.joining());
        String run = make("kind=SYNC" + people);
        signInAt("/run.xhtml?id=" + run);
        awaitState("Waits for approval");
        open("/approvals.xhtml");
        return run;
    }

    private String make(String parameters) {
        return RunTrials.make(at(RunTrial.PATH), parameters);
    }

    /** Each has a picture in SharePoint that isn't ours and another one in Exchange; no other test knows them by name. */
    private static List<Person> peopleWithPicturesOfOthers() {
        M365Simulator tenant = SimulatedTenant.get();
        List<Person> people = tenant.tenant()
                .people()
                .sorted(Comparator.comparing(Person::index).reversed())
                .filter(person -> setByOthers(tenant, person))
                .limit(PEOPLE)
                .toList();
        Assertions.assertThat(people).hasSize(PEOPLE);
        people.forEach(person -> tenant.tenant().photos().replace(person));
        return people;
    }

    private static boolean setByOthers(M365Simulator tenant, Person person) {
        if (tenant.tenant().photos().photo(person).isEmpty()
                || tenant.sharePoint().profile(person).isEmpty()) {
            return false;
        }
        tenant.sharePoint().visit(person);
        String url = tenant.sharePoint().profile(person).orElseThrow().getOrDefault("PictureURL", "");
        if (!url.contains(person.objectId() + "_MThumb") && !url.contains(accountForm(person) + "_MThumb")) {
            return false;
        }
        String path = URI.create(url.replace(" ", "%20")).getPath();
        byte[] another = tenant.tenant().photos().earlier(person);
        List.of("_SThumb", "_MThumb", "_LThumb")
                .forEach(size -> tenant.sharePoint().putFile(path.replace("_MThumb", size), another));
        return true;
    }

    private static String accountForm(Person person) {
        return person.userPrincipalName()
                .toLowerCase(Locale.ROOT)
                .replace('@', '_')
                .replace('.', '_');
    }

    private Locator card(String run) {
        return page().locator(
                        ".pb-held",
                        new Page.LocatorOptions()
                                .setHas(page().locator("a[href$='run.xhtml?id=" + run + "']")
                                        .first()));
    }

    private void awaitState(String words) {
        assertThat(page().locator("[id='run:state']"))
                .containsText(words, new LocatorAssertions.ContainsTextOptions().setTimeout(LONG_ENOUGH));
    }
}
