package org.photobridge.portal.notify;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.job.RunTrials;
import org.photobridge.portal.test.BrowserTest;

class NotificationsPageIT extends BrowserTest {
    private static final String RUNS = "/ArquillianServletRunner/runs";
    private static final int LONG_ENOUGH_MILLIS = 30_000;

    private GreenMail server;

    @BeforeEach
    void startServer() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void a_mail_channel_is_set_up_tried_and_told_of_a_failed_run_once() throws Exception {
        signInAt("/notifications.xhtml");
        page().getByText("New mail channel").click();
        fillMail("Night shift");
        assertThat(page().locator("#messages")).containsText("The channel Night shift was saved");

        test("Night shift");
        assertThat(page().locator("[id='notifications:result']")).containsText("was handed over");
        Assertions.assertThat(titles()).containsExactly("Photobridge: trial message");

        String run = RunTrials.make(at(RUNS), "kind=SYNC&state=RUNNING&code=plan-gone");
        Assertions.assertThat(server.waitForIncomingEmail(LONG_ENOUGH_MILLIS, 2))
                .isTrue();
        MimeMessage told = server.getReceivedMessages()[1];
        Assertions.assertThat(told.getSubject()).isEqualTo("A run of Everybody stopped");
        Assertions.assertThat(told.getContent().toString()).contains("Run " + run + " of the plan Everybody");
        open("/notifications.xhtml");
        assertThat(page().locator("[id='deliveries'], #deliveries").first()).containsText("Sent");
        assertLooksGood("notifications", "/notifications.xhtml");
        delete("Night shift");
    }

    @Test
    void what_is_wrong_with_a_channel_is_said_beside_the_fields_at_once() {
        signInAt("/notification.xhtml?kind=MAIL");
        page().locator("[id='form:userName']").fill("photos");
        page().locator("[id='form:port']").fill("99999");
        page().locator("[id='form:host']").fill("169.254.169.254");

        page().locator("[id='form:save']").click();

        assertThat(page().locator("[id='form:hostProblem']")).containsText("never sent to this host");
        assertThat(page().locator("[id='form:portProblem']")).containsText("from 1 to 65535");
        assertThat(page().locator("[id='form:recipientsProblem']")).containsText("one or more mail addresses");
        assertThat(page().locator("[id='form:secretProblem']")).containsText("needs a password");
        assertThat(page().locator("[id='form:userName']")).hasValue("photos");
    }

    @Test
    void a_trial_that_fails_says_why() {
        signInAt("/notification.xhtml?kind=MAIL");
        fillMail("Gone server");
        server.stop();

        test("Gone server");

        assertThat(page().locator("[id='notifications:result']")).containsText("Nobody answers there");
        delete("Gone server");
    }

    @Test
    void a_webhook_never_shows_its_address_again_and_keeps_it() {
        signInAt("/notification.xhtml?kind=TEAMS");
        page().locator("[id='form:name']").fill("Teams");
        page().locator("[id='form:address']").fill("https://127.0.0.1:1/workflows/very-secret-part");
        page().locator("[id='form:save']").click();
        assertThat(page().locator("#matrix")).containsText("https://127.0.0.1:1");
        Assertions.assertThat(page().content()).doesNotContain("very-secret-part");

        page().locator("#matrix").getByText("Teams").first().click();
        assertThat(page().locator("#form")).containsText("Leave this empty to keep it");
        Assertions.assertThat(page().content()).doesNotContain("very-secret-part");
        page().locator("[id='form:save']").click();
        assertThat(page().locator("#messages")).containsText("was saved");
        assertLooksGood("notification-mail", "/notification.xhtml?kind=MAIL");
        delete("Teams");
    }

    @Test
    void what_a_channel_wants_is_chosen_in_the_table() {
        signInAt("/notification.xhtml?kind=MAIL");
        fillMail("Chooser");
        Locator coverage = page().getByLabel("Every Monday: how many people's pictures are right: Chooser");
        assertThat(coverage).not().isChecked();

        coverage.check();
        page().getByText("Save choices").click();

        assertThat(page().locator("#messages")).containsText("Saved.");
        open("/notifications.xhtml");
        assertThat(coverage).isChecked();
        delete("Chooser");
    }

    private void fillMail(String name) {
        page().locator("[id='form:name']").fill(name);
        page().locator("[id='form:recipients']").fill("team@contoso.com");
        page().locator("[id='form:sender']").fill("photobridge@contoso.com");
        page().locator("[id='form:host']").fill("127.0.0.1");
        page().locator("[id='form:port']")
                .fill(Integer.toString(server.getSmtp().getPort()));
        page().getByLabel("Protection on the way").selectOption("NONE");
        page().locator("[id='form:save']").click();
        page().waitForURL("**/notifications.xhtml");
    }

    private void test(String name) {
        page().locator("#matrix thead th", new com.microsoft.playwright.Page.LocatorOptions().setHasText(name))
                .locator("button")
                .click();
    }

    private void delete(String name) {
        open("/notifications.xhtml");
        page().locator("#matrix thead").getByText(name).first().click();
        page().getByText("Delete the channel").click();
        page().locator(".ui-confirm-dialog button").first().waitFor();
        page().locator(".ui-confirm-dialog .ui-confirmdialog-yes").click();
        assertThat(page().locator("#messages")).containsText("was deleted");
    }

    private List<String> titles() {
        return Arrays.stream(server.getReceivedMessages())
                .map(NotificationsPageIT::title)
                .toList();
    }

    private static String title(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
