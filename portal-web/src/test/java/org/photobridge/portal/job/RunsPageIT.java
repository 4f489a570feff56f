package org.photobridge.portal.job;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.BrowserTest;

class RunsPageIT extends BrowserTest {

    @Test
    void the_history_is_filtered_and_the_filters_are_in_the_address() {
        signInAt("/runs.xhtml");
        RunTrials.make(at(RunTrial.PATH), "kind=CHECK&state=PAUSED&code=paused-by-person");
        RunTrials.make(at(RunTrial.PATH), "kind=UNDO&state=PAUSED&code=paused-by-person");
        page().locator("[id='filter:kind']").selectOption("CHECK");
        page().locator("[id='filter:state']").selectOption("PAUSED");

        page().locator("[id='filter:show']").click();

        assertThat(page()).hasURL(Pattern.compile(".*kind=CHECK&state=PAUSED.*"));
        assertThat(page().locator("#runs tbody tr").first()).containsText("Check: Everybody");
        assertThat(page().locator("#runs")).not().containsText("Undo: ");
        assertThat(page().locator("#runs tbody tr").first()).containsText("Paused");
        assertThat(page().locator("[id='filter:kind']")).hasValue("CHECK");
    }

    @Test
    void filters_that_nothing_fits_say_so_and_can_be_cleared() {
        signInAt("/runs.xhtml?plan=999999");

        assertThat(page().locator("#runs")).containsText("No run fits these filters.");
        page().getByText("Clear filters").click();
        assertThat(page()).hasURL(at("/runs.xhtml"));
    }

    @Test
    void a_filter_that_means_nothing_is_ignored() {
        signInAt("/runs.xhtml?kind=NONSENSE&state=%3Cimg%3E&plan=abc");

        assertThat(page().locator("h1")).hasText("Runs");
    }

    @Test
    void it_looks_good_in_every_look() {
        signInAt("/runs.xhtml");
        RunTrials.make(at(RunTrial.PATH), "kind=SYNC&state=WAITING&code=not-served-yet");

        assertLooksGood("runs", "/runs.xhtml");
    }
}
