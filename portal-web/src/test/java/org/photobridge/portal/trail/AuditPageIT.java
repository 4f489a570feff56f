package org.photobridge.portal.trail;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.BrowserTest;

class AuditPageIT extends BrowserTest {

    @Test
    void what_was_done_is_found_by_who_did_it_and_the_filters_are_in_the_address() {
        signInAt("/audit.xhtml");
        page().locator("input[name=actor]").fill("admin");
        page().locator("select[name=action]").selectOption("user.signed-in");

        page().getByText("Show", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                .click();

        assertThat(page()).hasURL(Pattern.compile(".*actor=admin&action=user.signed-in.*"));
        assertThat(rows().first()).containsText("Signed in");
        assertThat(rows().first()).containsText("admin");
        assertThat(page().locator("#audit")).not().containsText("Applied a bootstrap file");
        assertThat(page().locator("select[name=action]")).hasValue("user.signed-in");
    }

    @Test
    void an_entry_shows_from_where_it_came_and_its_request_id() {
        signInAt("/audit.xhtml?action=user.signed-in");

        rows().first().locator("summary").click();

        assertThat(rows().first().locator("dl")).containsText("127.0.0.1");
        assertThat(rows().first().locator("code[id^=request]")).hasText(Pattern.compile("[0-9a-f]{10}"));
        rows().first().locator("button[data-copy]").click();
        assertThat(rows().first().locator("button[data-copy]")).hasText("Copied");
    }

    @Test
    void what_was_changed_stands_beside_what_it_is_now() {
        signInAt("/audit.xhtml?action=plan.created");

        rows().last().locator("summary").click();

        assertThat(rows().last().locator("table tr", new Locator.LocatorOptions().setHasText("trial")))
                .containsText("true");
        assertThat(rows().last().locator("th[scope=col]")).hasText(new String[] {"Value", "Before", "After"});
        page().screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                .setPath(java.nio.file.Path.of("target/screenshots/audit-open.png"))
                .setFullPage(true));
    }

    @Test
    void the_chain_of_a_portal_that_ran_is_sound() {
        signInAt("/audit.xhtml");

        page().locator("[id='verification:verify']").click();

        assertThat(page().locator(".pb-banner-good")).containsText("are as they were recorded. None is missing.");
        assertThat(page().locator(".pb-banner-bad")).hasCount(0);
    }

    @Test
    void filters_that_nothing_fits_say_so_and_can_be_cleared() {
        signInAt("/audit.xhtml?text=%3Cimg%20src%3Dx%3E&from=nonsense");

        assertThat(page().locator("#audit")).containsText("No entry fits these filters.");
        page().getByText("Clear filters").click();
        assertThat(page()).hasURL(at("/audit.xhtml"));
        assertThat(page().locator("#audit")).containsText("Signed in");
    }

    @Test
    void what_is_shown_can_be_taken_away_as_a_file_and_that_is_recorded() {
        signInAt("/audit.xhtml?action=user.signed-in");

        APIResponse csv = page().context().request().get(at(link("CSV")));
        APIResponse json = page().context().request().get(at(link("JSON")));

        Assertions.assertThat(csv.text()).startsWith("\ufeff\"number\",\"at\"").contains("\"user.signed-in\"");
        Assertions.assertThat(csv.text()).doesNotContain("\"bootstrap.applied\"");
        Assertions.assertThat(json.text()).startsWith("[{\"number\":").contains("\"action\":\"user.signed-in\"");
        open("/audit.xhtml?action=audit.exported");
        assertThat(rows().first()).containsText("Exported the audit");
    }

    @Test
    void nobody_reads_it_who_is_not_signed_in() {
        List<Cookie> none = page().context().cookies();
        Assertions.assertThat(none).noneMatch(cookie -> cookie.name.equals("JSESSIONID"));

        Assertions.assertThat(page().context()
                        .request()
                        .get(at("/audit-export?format=csv"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void it_looks_good_in_every_look() {
        signInAt("/audit.xhtml");

        assertLooksGood("audit", "/audit.xhtml");
    }

    private Locator rows() {
        return page().locator("#audit tbody tr.ui-widget-content");
    }

    private String link(String name) {
        return page().getByText(name).getAttribute("href");
    }
}
