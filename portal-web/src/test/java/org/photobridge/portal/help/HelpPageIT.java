package org.photobridge.portal.help;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.BrowserTest;

class HelpPageIT extends BrowserTest {

    @Test
    void every_chapter_can_be_reached_from_the_contents() {
        signInAt("/help.xhtml");

        page().locator(".pb-contents").getByText("Approvals").click();

        assertThat(page()).hasURL(Pattern.compile(".*#approvals"));
        assertThat(page().locator("#approvals h2")).isInViewport();
    }

    @Test
    void a_code_says_what_it_means_and_what_to_do_whosever_it_is() {
        signInAt("/help.xhtml");

        page().locator("#code-many-changes summary").click();
        assertThat(page().locator("#code-many-changes")).containsText("then approve the run");
        assertThat(page().locator(
                                "#codes h3",
                                new com.microsoft.playwright.Page.LocatorOptions().setHasText("SharePoint")))
                .hasCount(1);
        assertThat(page().locator("#codes")).containsText("graph-");
    }

    @Test
    void the_letter_is_copied_and_mailed_in_both_languages() {
        signInAt("/help.xhtml");

        assertThat(page().locator("#letter-en")).containsText("office.com");
        assertThat(page().locator("#letter-id")).containsText("office.com");
        assertThat(page().locator("#tell a[href^='mailto:']").first())
                .hasAttribute("href", Pattern.compile("mailto:\\?subject=Your%20picture.*body=Hello.*"));
        page().locator("#tell button").first().click();
        assertThat(page().locator("#tell button").first()).containsText("Copied");
    }

    @Test
    void it_looks_good_in_every_look() {
        signInAt("/help.xhtml");

        assertLooksGood("help", "/help.xhtml");
    }
}
