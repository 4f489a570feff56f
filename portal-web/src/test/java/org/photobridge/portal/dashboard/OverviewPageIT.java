package org.photobridge.portal.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.job.RunTrials;
import org.photobridge.portal.test.BrowserTest;

class OverviewPageIT extends BrowserTest {
    private static final double LONG_ENOUGH = 120_000;
    private static final String TRIAL = "/ArquillianServletRunner/runs";

    @Test
    void coverage_is_told_part_by_part_and_each_part_leads_to_its_people() {
        checkEverybody();

        open("/index.xhtml");

        assertThat(page().locator("[id='overview:coverage'] .pb-stack rect").first())
                .isAttached();
        assertThat(page().locator("[id='overview:coverage'] .pb-legend a").first())
                .hasAttribute("href", Pattern.compile(".*people.xhtml\\?plan=\\d+&condition=[A-Z_]+"));
        assertThat(page().locator("[id='overview:coverage']")).containsText("Missing in SharePoint");
    }

    @Test
    void one_banner_says_the_next_thing_to_do() {
        signInAt("/index.xhtml");
        String held = RunTrials.make(at(TRIAL), "kind=SYNC&state=AWAITING_APPROVAL&code=many-changes");

        open("/index.xhtml");
        assertThat(page().locator(".pb-banner")).hasCount(1);
        assertThat(page().locator(".pb-banner")).containsText("waits for somebody to approve");
        assertThat(page().locator(".pb-banner-more")).containsText(Pattern.compile("\\d+ more (thing|things)"));
        page().locator(".pb-banner-action").click();

        assertThat(page()).hasURL(Pattern.compile(".*/approvals.xhtml.*"));
        open("/run.xhtml?id=" + held);
        page().getByRole(AriaRole.BUTTON).getByText("Stop the run").click();
        page().locator(".ui-confirm-dialog").getByText("Stop the run").last().click();
        assertThat(page().locator("[id='run:state']")).containsText("Stopped by a person");
    }

    @Test
    void what_runs_now_is_listed_with_its_progress() {
        signInAt("/index.xhtml");
        String paused = RunTrials.make(at(TRIAL), "kind=SYNC&state=PAUSED&code=paused-by-person");

        assertThat(page().locator("[id='overview:running']")).containsText("32 of 60 people done");
        assertThat(page().locator("[id='overview:running'] a[href$='id=" + paused + "']"))
                .isVisible();
    }

    @Test
    void it_looks_good_in_every_look() {
        checkEverybody();

        assertLooksGood("overview", "/index.xhtml");
    }

    private void checkEverybody() {
        String run = RunTrials.make(at(TRIAL), "kind=CHECK");
        signInAt("/run.xhtml?id=" + run);
        assertThat(page().locator("[id='run:state']"))
                .containsText("Done", new LocatorAssertions.ContainsTextOptions().setTimeout(LONG_ENOUGH));
    }
}
