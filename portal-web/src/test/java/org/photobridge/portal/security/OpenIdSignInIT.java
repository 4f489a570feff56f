package org.photobridge.portal.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.BrowserTest;
import org.photobridge.portal.test.PortalClient;

/** Signing in with an OpenID provider, in a browser and against a provider that answers over the network. */
class OpenIdSignInIT extends BrowserTest {
    private static final String ADMIN = "\"roles\": [\"Photobridge.Admin\"]";

    @Test
    void whoever_the_provider_vouches_for_goes_on_to_the_page_that_was_wanted_with_the_mapped_role() {
        open("/users.xhtml");
        signInWith("subject-1", "\"preferred_username\": \"Berta@contoso.example\", \"name\": \"Berta B\", " + ADMIN);

        assertThat(page()).hasURL(at("/users.xhtml"));
        assertThat(row("berta@contoso.example")).containsText("Berta B");
        assertThat(row("berta@contoso.example")).containsText("Admin");
        assertThat(row("berta@contoso.example")).containsText("with the organisation's account");
        open("/myaccount.xhtml");
        assertThat(page().locator("#content")).containsText("your password is changed there");
    }

    @Test
    void signing_out_ends_the_session_at_the_provider_and_the_next_sign_in_takes_the_role_over_anew() {
        open("/signin.xhtml");
        signInWith("subject-2", "\"preferred_username\": \"carl@contoso.example\", " + ADMIN);
        assertThat(page().locator("#menu")).containsText("Settings");

        Request way = page().waitForRequest(
                        request -> request.url().contains("/endsession?"),
                        () -> page().locator("[id='leave:signOut']").click());
        assertThat(way.url()).contains("id_token_hint=ey", "post_logout_redirect_uri=", "client_id=");
        assertThat(page()).hasURL(at("/signin.xhtml"));
        signInWith(
                "subject-2", "\"preferred_username\": \"carl@contoso.example\", \"roles\": [\"Photobridge.Operator\"]");

        assertThat(page().locator("h1")).hasText("Overview");
        assertThat(page().locator("#menu")).not().containsText("Settings");
    }

    @Test
    void without_a_role_there_is_a_page_that_says_so_and_no_session() {
        open("/signin.xhtml");
        signInWith("subject-3", "\"preferred_username\": \"nobody@contoso.example\", \"roles\": [\"Something.Else\"]");

        assertThat(page().locator("h2")).hasText("You have no role here");
        open("/index.xhtml");
        assertThat(page().locator("h1")).hasText("Sign in");
    }

    @Test
    void whoever_loses_the_role_loses_other_sessions_and_api_tokens_with_it() throws IOException, InterruptedException {
        open("/tokens.xhtml");
        signInWith("subject-5", "\"preferred_username\": \"dora@contoso.example\", " + ADMIN);
        page().locator("[id='form:name']").fill("Report of Dora");
        page().locator("[id='form:create']").click();
        String token = page().locator(".pb-once-secret").textContent();
        assertThat(answerTo(token)).isEqualTo(200);
        List<Cookie> session = page().context().cookies();
        page().context().clearCookies();

        open("/signin.xhtml");
        signInWith("subject-5", "\"preferred_username\": \"dora@contoso.example\", \"roles\": []");
        assertThat(page().locator("h2")).hasText("You have no role here");

        assertThat(answerTo(token)).isEqualTo(401);
        page().context().addCookies(session);
        open("/index.xhtml");
        assertThat(page().locator("h1")).hasText("Sign in");
    }

    @Test
    void a_name_at_the_provider_does_not_open_the_local_account_of_that_name() {
        open("/signin.xhtml");
        signInWith("subject-4", "\"preferred_username\": \"admin\", \"roles\": [\"Photobridge.Operator\"]");

        assertThat(page().locator("h1")).hasText("Overview");
        assertThat(page().getByTitle("My account")).containsText("admin~");
        assertThat(page().locator("#menu")).not().containsText("Settings");
    }

    @Test
    void an_answer_that_this_browser_did_not_ask_for_is_refused() throws IOException, InterruptedException {
        PortalClient client = new PortalClient(URI.create(at("/")).getPort());

        assertThat(location(client.get("/signin/return?code=stolen&state=guessed")))
                .contains("external=failed");
        assertThat(location(client.get("/signin/external")))
                .contains("code_challenge_method=S256", "state=", "nonce=", "redirect_uri=");
        assertThat(location(client.get("/signin/return?code=stolen&state=guessed")))
                .contains("external=failed");
        assertThat(client.get("/index.xhtml").statusCode()).isEqualTo(302);
    }

    @Test
    void the_sign_in_page_offers_both_ways_in_every_look() {
        open("/signin.xhtml");
        assertThat(page().locator(".pb-wide-link")).hasText("Sign in with Contoso");

        assertLooksGood("signin-openid", "/signin.xhtml?external=no-role");
    }

    /** The test provider's own page would ask another server for its font. */
    private void signInWith(String subject, String claims) {
        page().context()
                .route(
                        "http://fonts.googleapis.com/**",
                        asked -> asked.fulfill(new Route.FulfillOptions()
                                .setContentType("text/css")
                                .setBody("")));
        page().locator(".pb-wide-link").click();
        page().locator("[name=username]").fill(subject);
        page().locator("[name=claims]").fill("{" + claims + "}");
        page().locator("[type=submit]").click();
        page().waitForURL(url -> url.startsWith(at("/")));
    }

    private Locator row(String name) {
        return page().locator("#users tr", new Page.LocatorOptions().setHasText(name));
    }

    private int answerTo(String token) throws IOException, InterruptedException {
        return new PortalClient(URI.create(at("/")).getPort())
                .send("/api/v1/plans", "GET", "Authorization", "Bearer " + token)
                .statusCode();
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }
}
