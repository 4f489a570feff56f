package org.photobridge.portal.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.BrowserTest;

class SignInPageIT extends BrowserTest {
    @Test
    void whoever_is_not_signed_in_is_asked_to_and_then_goes_where_they_wanted_to() {
        signInByFormAt("/index.xhtml?filter=a%20b");

        assertThat(page().locator("h1")).hasText("Overview");
    }

    @Test
    void unknown_name_and_wrong_password_get_the_same_answer() {
        for (String name : new String[] {"admin", "nobody"}) {
            open("/signin.xhtml");
            page().getByLabel("User name").fill(name);
            page().getByLabel("Password").fill("wrong");
            page().locator("[id='signin:submit']").click();

            assertThat(page().locator("#messages"))
                    .hasText("User name and password don't match. Check both and try again.");
        }
    }

    @Test
    void missing_fields_are_named_beside_themselves() {
        open("/signin.xhtml");
        page().locator("[id='signin:submit']").click();

        assertThat(page().locator("[id='signin'] .ui-message-error"))
                .hasText(new String[] {"User name is missing.", "Password is missing."});
    }

    @Test
    void it_looks_good_in_every_look() {
        open("/signin.xhtml");

        assertLooksGood("signin", "/signin.xhtml");
    }
}
