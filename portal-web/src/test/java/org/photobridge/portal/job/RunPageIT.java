package org.photobridge.portal.job;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.BrowserTest;
import org.photobridge.portal.test.SimulatedTenant;
import org.photobridge.simulator.directory.Person;
import org.photobridge.simulator.http.Fault;
import org.photobridge.simulator.http.Faults;
import org.photobridge.simulator.http.Site;

class RunPageIT extends BrowserTest {
    private static final double LONG_ENOUGH = 120_000;

    /** More than three times as many as are worked on together: each answer takes so long that nobody is too late. */
    private static final int PEOPLE = 70;

    private static final Duration LONG_ENOUGH_TO_PAUSE = Duration.ofSeconds(4);

    @Test
    void a_run_is_followed_to_its_end_and_its_results_filter_the_list() {
        String id = make("kind=PREVIEW");
        signInAt("/run.xhtml?id=" + id);

        awaitEnd();
        page().locator("#run\\:live .pb-counts a").first().click();

        assertThat(page()).hasURL(Pattern.compile(".*id=" + id + "&outcome=[A-Z_]+#outcomes"));
        assertThat(page().locator("[id='people:table'] tbody tr").first()).not().containsText("Nobody here");
        assertThat(page().locator(".pb-steps")).containsText("List people in Exchange Online");
        assertThat(page().locator(".pb-steps")).not().containsText("Change pictures in");
    }

    @Test
    void reasons_filter_the_list_and_the_filter_is_in_the_address() {
        String id = make("kind=PREVIEW");
        signInAt("/run.xhtml?id=" + id);
        awaitEnd();

        Locator number = page().locator("#run\\:live .pb-counts a.pb-number").first();
        int people = Integer.parseInt(number.textContent().strip());
        number.click();

        assertThat(page()).hasURL(Pattern.compile(".*id=" + id + "&reason=[a-z-]+#outcomes"));
        assertThat(page().locator("[id='people:table'] tbody tr")).hasCount(Math.min(people, 20));
        assertThat(page().locator("#run\\:live a.pb-number[aria-current='true']"))
                .hasCount(1);
    }

    @Test
    void a_preview_tells_added_from_replaced() {
        String id = make("kind=PREVIEW");
        signInAt("/run.xhtml?id=" + id + "&outcome=WOULD_UPDATE");
        awaitEnd();
        open("/run.xhtml?id=" + id + "&outcome=WOULD_UPDATE");

        Locator rows = page().locator("[id='people:table'] tbody tr");
        Locator missing = rows.filter(new Locator.FilterOptions().setHasText("Missing in SharePoint"));
        assertThat(missing.first()).containsText("Would be added in SharePoint");
        assertThat(missing.filter(new Locator.FilterOptions().setHasText("replaced")))
                .hasCount(0);
    }

    @Test
    void a_preview_that_was_seen_is_done_for_real() {
        String id = make("kind=PREVIEW&person=nobody-such@contoso.com");
        signInAt("/run.xhtml?id=" + id);
        awaitEnd();

        button("Run it now").click();
        dialogButton("Run it now").click();

        assertThat(page().locator("#content")).containsText("follows run " + id);
        assertThat(page().locator("#content")).containsText("Sync: 1 person");
        awaitEnd();
    }

    @Test
    void a_waiting_run_says_what_for_and_stops_only_when_that_is_confirmed() {
        String id = make("kind=SYNC&state=WAITING&code=not-served-yet");
        signInAt("/run.xhtml?id=" + id);
        assertThat(page().locator("[id='run:state']")).containsText(Pattern.compile("Waiting: .*\\. Resumes "));

        button("Stop the run").click();
        assertThat(dialog()).containsText("Done so far: 32 people");
        dialogButton("Keep running").click();
        assertThat(page().locator("[id='run:state']")).containsText("Waiting, goes on by itself");

        button("Stop the run").click();
        dialogButton("Stop the run").click();

        assertThat(page().locator("[id='run:state']")).containsText("Stopped by a person");
        assertThat(page().locator("#messages")).containsText("What has been done stays done.");
    }

    @Test
    void a_held_run_says_why_and_is_approved_with_a_reason() {
        String id = make("kind=CHECK&state=AWAITING_APPROVAL&code=many-changes&person=nobody-such@contoso.com");
        signInAt("/run.xhtml?id=" + id);
        assertThat(page().locator("[id='run:state']")).containsText("Waits for approval");

        button("Approve and go on").click();
        assertThat(page().locator("[id='run:head']")).containsText("Why is it right to go on? is missing.");
        page().getByLabel("Why is it right to go on?").fill("We moved all pictures last week");
        button("Approve and go on").click();

        assertThat(page().locator("#messages")).containsText("Approved. The run goes on.");
        awaitEnd();
    }

    @Test
    void a_run_is_paused_in_the_midst_and_goes_on_with_the_others() {
        List<String> people = SimulatedTenant.get()
                .tenant()
                .people()
                .map(Person::objectId)
                .limit(PEOPLE)
                .toList();
        signInAt("/runs.xhtml");
        Faults faults = SimulatedTenant.get().faults();
        faults.add(Fault.slow(Site.ADMIN, "GetPropertiesFor", Fault.ALWAYS, LONG_ENOUGH_TO_PAUSE));
        try {
            open("/run.xhtml?id=" + make("kind=PREVIEW&person=" + String.join("&person=", people)));
            button("Pause").click(new Locator.ClickOptions().setTimeout(LONG_ENOUGH));
            assertThat(page().locator("#messages")).containsText("The run pauses after the people it is working on.");
        } finally {
            faults.clear();
        }
        awaitState("Paused");
        assertThat(page().locator(".pb-progress-text"))
                .containsText(Pattern.compile("\\b[1-6]?\\d of " + PEOPLE + " people"));

        button("Go on now").click();
        assertThat(page().locator("#messages")).containsText("The run goes on.");

        awaitEnd();
        assertThat(page().locator(".pb-progress-text")).containsText(PEOPLE + " people done");
    }

    @Test
    void whoever_failed_is_tried_again_alone() {
        String known = SimulatedTenant.get().tenant().person(0).objectId();
        String id = make("kind=CHECK&person=tried-again@contoso.com&person=" + known);
        signInAt("/run.xhtml?id=" + id);
        awaitState("Done, 1 person failed");

        button("Try the failed ones again").click();

        assertThat(page().locator("#content")).containsText("Check: 1 person");
        assertThat(page()).not().hasURL(Pattern.compile(".*[?&]id=" + id + "\\b.*"));
        awaitState("Done, 1 person failed");
        assertThat(page().locator("[id='people:table'] tbody tr")).hasCount(1);
        assertThat(page().locator("[id='people:table'] tbody tr")).containsText("tried-again@contoso.com");
    }

    @Test
    void the_list_is_exported_as_csv_and_json() throws IOException {
        String id = make("kind=CHECK&person=" + "%3Dcmd%7Ccalc");
        signInAt("/run.xhtml?id=" + id);
        awaitEnd();

        String csv = text(page().waitForDownload(
                        () -> page().getByLabel("Download this list as CSV").click()));
        String json = text(page().waitForDownload(
                        () -> page().getByLabel("Download this list as JSON").click()));

        Assertions.assertThat(csv).contains("\"account\",\"name\",\"outcome\"").contains("\"'=cmd|calc\"");
        Assertions.assertThat(json).startsWith("[{\"account\":\"=cmd|calc\"");
        Assertions.assertThat(audited("run.exported"))
                .contains("\"subjectId\":\"" + id + "\"")
                .contains("\"CSV")
                .contains("\"JSON");
    }

    @Test
    void a_run_that_there_isn_t_is_a_page_that_there_isn_t() {
        signInAt("/runs.xhtml");
        open("/run.xhtml?id=nonsense");

        assertThat(page().locator("h1")).hasText("Page not found");
        expectTrouble("404");
    }

    @Test
    void it_looks_good_in_every_look() {
        String ended = make("kind=CHECK");
        String held = make("kind=SYNC&state=AWAITING_APPROVAL&code=fewer-people-listed");
        signInAt("/run.xhtml?id=" + ended);
        awaitEnd();

        assertLooksGood("run-ended", "/run.xhtml?id=" + ended);
        assertLooksGood("run-held", "/run.xhtml?id=" + held);
    }

    private String make(String parameters) {
        return RunTrials.make(at(RunTrial.PATH), parameters);
    }

    private void awaitEnd() {
        awaitState("Done|Failed");
    }

    private void awaitState(String words) {
        assertThat(page().locator("[id='run:state']"))
                .containsText(
                        Pattern.compile(words), new LocatorAssertions.ContainsTextOptions().setTimeout(LONG_ENOUGH));
    }

    /** By its words: what else a button's name has is the sign beside them. */
    private Locator button(String name) {
        return page().locator("#content button", words(name)).first();
    }

    private Locator dialog() {
        return page().locator(".ui-confirm-dialog");
    }

    private Locator dialogButton(String name) {
        return dialog().locator("button", new Locator.LocatorOptions().setHasText(name));
    }

    private static Page.LocatorOptions words(String name) {
        return new Page.LocatorOptions().setHasText(name);
    }

    private static String text(Download download) throws IOException {
        return Files.readString(download.path(), StandardCharsets.UTF_8);
    }
}
