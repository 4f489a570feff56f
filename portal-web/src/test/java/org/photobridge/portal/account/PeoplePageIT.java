package org.photobridge.portal.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.BrowserTest;

class PeoplePageIT extends BrowserTest {

    @Test
    void whoever_is_not_on_the_list_is_looked_for_in_the_directory_and_is_on_it_from_then_on() {
        signInAt("/people.xhtml?q=no.profile");
        assertThat(page().locator(".pb-name")).hasText("Nora Profilson");

        open("/people.xhtml?q=no.profile");

        assertThat(page().locator("[id='people:table'] .pb-name")).hasText("Nora Profilson");
    }

    @Test
    void hostile_names_are_text() {
        signInAt("/people.xhtml?q=hostile.markup");

        assertThat(page().locator(".pb-name")).hasText("<img src=x onerror=alert(1)>");
    }

    @Test
    void whom_nobody_knows_is_said_so_in_words() {
        signInAt("/people.xhtml?q=zzz-nobody");

        assertThat(page().locator(".pb-nothing h2")).hasText("Nobody found");
    }

    @Test
    void what_the_filter_shows_stands_in_the_address() {
        list("no.profile");
        page().locator("input[name=q]").fill("nora");
        page().locator(".pb-search button").click();
        assertThat(page()).hasURL(Pattern.compile("[?&]q=nora"));

        page().locator(".pb-pick").first().click();

        assertThat(page()).hasURL(Pattern.compile("condition=[A-Z_]+"));
        assertThat(page()).hasURL(Pattern.compile("[?&]q=nora"));
        assertThat(page().locator(".pb-pick.pb-on")).hasCount(1);
    }

    @Test
    void for_the_people_who_were_chosen_a_check_can_be_asked_for_and_followed() {
        list("no.mailbox");
        page().locator("tbody .ui-chkbox-box").click();

        page().locator("[id='people:check']").click();

        assertThat(page().locator("[id='people:asked'] a")).hasText(Pattern.compile("Follow run \\d+"));
    }

    @Test
    void nothing_is_asked_for_nobody() {
        list("no.profile");

        page().locator("[id='people:check']").click();

        assertThat(page().locator("#messages")).hasText("Choose somebody in the list first.");
    }

    @Test
    void protection_needs_a_reason_beside_its_field() {
        list("no.profile");
        page().locator("tbody .ui-chkbox-box").click();
        page().locator("[id='people:protect']").click();

        page().locator("[id='people:protectNow']").click();

        assertThat(page().locator("[id='people:protection'] .ui-message-error")).hasText("Reason is missing.");
    }

    @Test
    void the_export_is_a_file_without_formulas() {
        list("hostile.formula");

        APIResponse file = page().context().request().get(at("/people.csv?q=hostile.formula"));

        Assertions.assertThat(file.headers().get("content-type")).startsWith("text/csv");
        Assertions.assertThat(file.headers().get("content-disposition")).contains("people.csv");
        Assertions.assertThat(file.text()).contains("\"'=HYPERLINK(").doesNotContain("\"=", "\"+");
        Assertions.assertThat(audited("people.exported")).contains("CSV").contains("hostile.formula");
    }

    @Test
    void whom_a_pasted_list_means_comes_before_what_to_do_for_them() {
        signInAt("/pasted.xhtml");
        page().locator("[id='pasted:text']")
                .fill(
                        "no.profile@contoso.onmicrosoft.com; Cora Corrupt\n<img src=x onerror=alert(1)>\nnobody@nowhere.example");

        page().locator("[id='pasted:find']").click();

        assertThat(page().locator("[id='pasted:result'] h2").first()).hasText(Pattern.compile("Found \\(3\\)"));
        assertThat(page().locator("[id='pasted:result'] ul").last()).hasText("nobody@nowhere.example");
        page().locator("[id='pasted:check']").click();
        assertThat(page().locator("[id='pasted:asked'] a")).isVisible();
    }

    @Test
    void a_plan_that_does_not_exist_is_no_error_page() {
        signInAt("/people.xhtml?plan=none");

        assertThat(page().locator(".pb-nothing h2")).hasText("There is no sync plan yet");
    }

    @Test
    void it_looks_good_in_every_look() {
        list("hostile");

        assertLooksGood("people", "/people.xhtml");
        assertLooksGood("pasted", "/pasted.xhtml");
    }

    /** Opens the list for a person whom the directory is asked for first. */
    private void list(String name) {
        signInAt("/people.xhtml?q=" + name);
        open("/people.xhtml?q=" + name);
    }
}
