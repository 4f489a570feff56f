package org.photobridge.portal.retention;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.BrowserTest;

class RetentionPageIT extends BrowserTest {

    @Test
    void what_is_wrong_stands_beside_each_field_and_what_was_typed_stays() {
        signInAt("/retention.xhtml");
        field("Audit (days)").fill("7");
        field("Previous pictures (days)").fill("many");

        save();

        assertThat(page().locator(".pb-problem"))
                .hasText(new String[] {"A whole number from 1 to 365.", "A whole number from 30 to 36,500."});
        assertThat(field("Audit (days)")).hasValue("7");
        assertThat(field("Previous pictures (days)")).hasValue("many");
    }

    @Test
    void a_choice_is_stored_and_recorded() {
        signInAt("/retention.xhtml");
        field("Failed sign-ins (days)").fill("60");

        save();

        assertThat(page().locator("#messages")).containsText("Saved.");
        page().reload();
        assertThat(field("Failed sign-ins (days)")).hasValue("60");
        open("/audit.xhtml?action=retention.changed");
        assertThat(page().locator("#audit summary").first()).containsText("SIGN_INS");
    }

    @Test
    void it_looks_good_in_every_look() {
        signInAt("/retention.xhtml");

        assertLooksGood("retention", "/retention.xhtml");
    }

    private Locator field(String label) {
        return page().getByLabel(label);
    }

    private void save() {
        page().locator("[id='retention:save']").click();
    }
}
