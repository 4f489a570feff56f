package org.photobridge.portal.test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.photobridge.simulator.directory.PersonName;
import org.photobridge.simulator.directory.Tenant;

/** A page that shows a message is as accessible as one without. */
class MessagesIT extends BrowserTest {

    @Test
    void a_warning_above_a_list() {
        signInAt("/people.xhtml?q=no.profile");
        open("/people.xhtml?q=no.profile");
        page().locator("[id='people:check']").click();

        assertThat(page().locator("#messages [role=alert]")).hasText("Choose somebody in the list first.");
        assertAccessible("people with a message");
    }

    @Test
    void problems_beside_fields_and_above_a_form() {
        signInAt("/plan.xhtml");
        page().locator("[id='form:save']").click();

        assertThat(page().locator("#messages [role=alert]")).isVisible();
        assertAccessible("plan with messages");
    }

    @Test
    void a_wrong_password() {
        open("/signin.xhtml");
        page().getByLabel("User name").fill("nobody");
        page().getByLabel("Password").fill("wrong");
        page().locator("[id='signin:submit']").click();

        assertThat(page().locator("#messages [role=alert]")).isVisible();
        assertAccessible("sign-in with a message");
    }

    @Test
    void the_buttons_above_a_pasted_list_in_every_theme() {
        twins("Robin Twin");
        signInAt("/pasted.xhtml");
        for (String theme : new String[] {"light", "dark"}) {
            page().context()
                    .addCookies(java.util.List.of(
                            new com.microsoft.playwright.options.Cookie("photobridge-theme", theme).setUrl(at("/"))));
            open("/pasted.xhtml");
            page().locator("[id='pasted:text']")
                    .fill("<img src=x onerror=alert(1)>\nno.profile@contoso.onmicrosoft.com\nRobin Twin\n"
                            + "x".repeat(200));
            page().locator("[id='pasted:find']").click();
            assertThat(page().locator("[id='pasted:sync']")).isVisible();
            assertThat(page().locator("[id='pasted:result'] h2")).hasCount(3);
            page().locator("[id='pasted:check']").click();
            assertThat(page().locator("#messages [role=alert]")).isVisible();
            assertAccessible("pasted list " + theme);
        }
    }

    /** Gives two people whom no test knows the same name. */
    private static void twins(String name) {
        Tenant tenant = SimulatedTenant.get().tenant();
        for (int last = 1; last <= 2; last++) {
            tenant.change(tenant.person(tenant.size() - last).withName(new PersonName("Robin", "Twin", name)));
        }
    }
}
