package org.photobridge.portal.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.BrowserTest;
import org.photobridge.portal.test.PortalClient;

class TokensPageIT extends BrowserTest {
    @Test
    void a_token_is_shown_once_works_and_is_refused_once_it_is_revoked() throws IOException, InterruptedException {
        String token = createToken("Nightly report");
        assertThat(answerTo(token)).isEqualTo(200);
        assertLooksGood("tokens", "/tokens.xhtml");

        open("/tokens.xhtml");
        assertThat(page().content()).doesNotContain(token);
        assertThat(row("Nightly report")).containsText(token.substring(0, 8));
        assertThat(row("Nightly report")).not().containsText("Never");
        row("Nightly report").getByText("Revoke").click();
        page().locator(".ui-confirmdialog-yes:visible").click();
        assertThat(row("Nightly report")).containsText("Revoked");

        assertThat(answerTo(token)).isEqualTo(401);
    }

    @Test
    void a_token_without_a_name_is_not_made() {
        signInAt("/tokens.xhtml");
        page().locator("[id='form:create']").click();

        assertThat(page().locator("[id='form:nameProblem']")).containsText("A token needs a name");
        assertThat(page().locator(".pb-once-secret")).hasCount(0);
    }

    @Test
    void a_name_is_free_again_once_the_token_is_revoked() {
        createToken("Monitoring");
        page().locator("[id='form:name']").fill("monitoring");
        page().locator("[id='form:create']").click();
        assertThat(page().locator("[id='form:nameProblem']")).containsText("There is a token of this name.");

        row("Monitoring").getByText("Revoke").click();
        page().locator(".ui-confirmdialog-yes:visible").click();
        assertThat(row("Monitoring")).containsText("Revoked");
        page().locator("[id='form:name']").fill("monitoring");
        page().locator("[id='form:create']").click();
        assertThat(page().locator("#messages")).containsText("The token monitoring is made.");
    }

    private String createToken(String name) {
        signInAt("/tokens.xhtml");
        page().locator("[id='form:name']").fill(name);
        page().locator("[id='form:create']").click();
        return page().locator(".pb-once-secret").textContent();
    }

    private Locator row(String name) {
        return page().locator("#list tr", new Page.LocatorOptions().setHasText(name));
    }

    private int answerTo(String token) throws IOException, InterruptedException {
        return new PortalClient(URI.create(at("/")).getPort())
                .send("/api/v1/plans", "GET", "Authorization", "Bearer " + token)
                .statusCode();
    }
}
