package org.photobridge.portal.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.BrowserTest;
import org.photobridge.portal.test.PortalClient;

class AccountPagesIT extends BrowserTest {
    private static final String OWN = "a password of my own";

    @Test
    void a_new_account_must_choose_its_own_password_before_anything_else() {
        String first = createUser("newcomer", "Viewer");
        page().context().clearCookies();

        signIn("newcomer", first);
        assertThat(page()).hasURL(at("/password.xhtml"));
        open("/people.xhtml");
        assertThat(page()).hasURL(at("/password.xhtml"));
        assertLooksGood("password", "/password.xhtml");

        fillPasswords("not it", "short", "short");
        assertThat(page().locator("[id='form:presentProblem']")).hasText("This isn't your present password.");
        fillPasswords(first, "short", "short");
        assertThat(page().locator("[id='form:chosenProblem']")).containsText("at least 12 characters");
        fillPasswords(first, OWN, OWN + "!");
        assertThat(page().locator("[id='form:againProblem']")).hasText("The two new passwords differ.");
        fillPasswords(first, OWN, OWN);

        assertThat(page().locator("h1")).hasText("Overview");
        open("/users.xhtml");
        assertThat(page().locator("h1")).hasText("Not allowed");
        expectTrouble("the server responded with a status of");
    }

    @Test
    void a_disabled_accounts_session_ends_at_once() throws IOException, InterruptedException {
        String first = createUser("leaver", "Viewer");
        PortalClient leaver = signedInClient("leaver", first);

        page().locator("[id='acts:disable']").click();
        confirm();
        assertThat(page().locator("#messages")).containsText("leaver is disabled and signed out.");

        assertThat(leaver.get("/password.xhtml").statusCode()).isEqualTo(302);
        assertThat(leaver.signIn("leaver", first).body()).contains("don't match");
    }

    @Test
    void sign_out_everywhere_and_a_new_first_password_end_the_sessions() throws IOException, InterruptedException {
        String first = createUser("roamer", "Operator");
        PortalClient one = signedInClient("roamer", first);
        PortalClient other = signedInClient("roamer", first);

        page().locator("[id='acts:sessions']").click();
        assertThat(page().locator("#messages")).containsText("roamer is signed out everywhere.");

        assertThat(one.get("/password.xhtml").statusCode()).isEqualTo(302);
        assertThat(other.get("/password.xhtml").statusCode()).isEqualTo(302);

        PortalClient again = signedInClient("roamer", first);
        page().locator("[id='acts:reset']").click();
        confirm();
        assertThat(page().locator("#messages")).containsText("roamer has a new first password.");
        assertThat(again.get("/password.xhtml").statusCode()).isEqualTo(302);
        assertThat(again.signIn("roamer", first).body()).contains("don't match");
        String second = page().locator(".pb-once-secret").textContent();
        HttpResponse<String> onward = signedInClient("roamer", second).get("/people.xhtml");
        assertThat(onward.headers().firstValue("Location").orElse("")).endsWith("/password.xhtml");
    }

    @Test
    void the_last_one_who_can_do_everything_cannot_be_disabled_or_demoted() {
        signInAt("/users.xhtml");
        page().locator("#users").getByRole(AriaRole.LINK, named("admin")).click();
        page().locator("[id='acts:disable']").click();
        confirm();
        assertThat(page().locator("#messages")).containsText("This is the last one who can administer the portal.");

        page().locator("[id='form:role']").selectOption("VIEWER");
        page().locator("[id='form:save']").click();
        assertThat(page().locator("[id='form:roleProblem']")).containsText("last one who can administer");
    }

    @Test
    void a_bad_or_taken_name_is_told_beside_the_field() {
        signInAt("/user.xhtml");
        page().getByLabel("User name").fill("two words");
        page().locator("[id='form:save']").click();
        assertThat(page().locator("[id='form:nameProblem']")).containsText("no space");
        page().getByLabel("User name").fill("Admin");
        page().locator("[id='form:save']").click();
        assertThat(page().locator("[id='form:nameProblem']")).containsText("already");
    }

    @Test
    void an_operator_is_limited_to_a_group_of_the_directory() {
        signInAt("/user.xhtml");
        page().getByLabel("User name").fill("helpdesk");
        page().locator("[id='form:role']").selectOption("OPERATOR");
        page().getByLabel("Limit to the people of one group").check();
        page().locator("[id='form:save']").click();
        assertThat(page().locator("[id='form:limitProblem']")).hasText("Choose a group, or take the limit away.");

        page().getByLabel("Directory").selectOption(new SelectOption().setIndex(1));
        page().locator("[id='form:findGroup']").click();
        Locator choice = page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Choose:"));
        choice.first().click();
        String group = page().locator("#chosenGroup strong").textContent();
        page().locator("[id='form:save']").click();
        assertThat(page().locator("#messages")).containsText("The account helpdesk is made.");

        open("/users.xhtml");
        assertThat(page().locator("#users tr", new Page.LocatorOptions().setHasText("helpdesk")))
                .containsText(group);
    }

    @Test
    void everybody_changes_their_own_password_and_ends_their_other_sessions() throws IOException, InterruptedException {
        String first = createUser("changer", "Viewer");
        page().context().clearCookies();
        signIn("changer", first);
        fillPasswords(first, OWN, OWN);
        PortalClient elsewhere = signedInClient("changer", OWN);
        assertThat(elsewhere.get("/index.xhtml").statusCode()).isEqualTo(200);

        page().getByTitle("My account").click();
        assertLooksGood("myaccount", "/myaccount.xhtml");
        fillPasswords("wrong", OWN, OWN);
        assertThat(page().locator("[id='form:presentProblem']")).hasText("This isn't your present password.");
        page().locator("[id='sessions:end']").click();
        assertThat(page().locator("#messages")).containsText("signed out everywhere else");

        assertThat(elsewhere.get("/index.xhtml").statusCode()).isEqualTo(302);

        PortalClient again = signedInClient("changer", OWN);
        fillPasswords(OWN, OWN + "!", OWN + "!");
        assertThat(page().locator("#messages")).containsText("The password is changed.");
        assertThat(again.get("/index.xhtml").statusCode()).isEqualTo(302);
        open("/index.xhtml");
        assertThat(page().locator("h1")).hasText("Overview");
    }

    @Test
    void they_look_good_in_every_look() {
        signInAt("/settings.xhtml");
        assertLooksGood("settings", "/settings.xhtml");
        assertLooksGood("users", "/users.xhtml");
        assertLooksGood("user", "/user.xhtml");
    }

    private String createUser(String name, String role) {
        signInAt("/user.xhtml");
        page().getByLabel("User name").fill(name);
        page().locator("[id='form:role']").selectOption(new SelectOption().setLabel(role));
        page().locator("[id='form:save']").click();
        return page().locator(".pb-once-secret").textContent();
    }

    private void signIn(String name, String password) {
        open("/signin.xhtml");
        page().getByLabel("User name").fill(name);
        page().getByLabel("Password").fill(password);
        page().locator("[id='signin:submit']").click();
    }

    private PortalClient signedInClient(String name, String password) throws IOException, InterruptedException {
        PortalClient client = new PortalClient(URI.create(at("/")).getPort());
        assertThat(client.signIn(name, password).statusCode()).isEqualTo(302);
        return client;
    }

    private void fillPasswords(String present, String chosen, String again) {
        page().locator("[id='form:present']").fill(present);
        page().locator("[id='form:chosen']").fill(chosen);
        page().locator("[id='form:again']").fill(again);
        page().locator("[id='form:save']").click();
    }

    private void confirm() {
        page().locator(".ui-confirmdialog-yes:visible").click();
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
