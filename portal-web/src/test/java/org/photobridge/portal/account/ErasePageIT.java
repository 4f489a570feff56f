package org.photobridge.portal.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.BrowserTest;

class ErasePageIT extends BrowserTest {

    @Test
    void a_person_is_erased_with_a_reason_and_the_audit_still_verifies() {
        openErasing("odd.size");
        button("now").click();
        assertThat(page().locator("[id='erase:reason'] ~ .ui-message-error, #erase .ui-message-error"))
                .containsText("missing");
        page().locator("[id='erase:reason']").fill("Asked for in writing");

        button("now").click();

        assertThat(page()).hasURL(Pattern.compile(".*/people.xhtml"));
        assertThat(page().locator("#messages")).containsText("The person was erased.");
        open("/audit.xhtml?action=person.erased");
        assertThat(page().locator("#audit tbody tr.ui-widget-content").first())
                .containsText(Pattern.compile("Erased a person[\\s\\S]*Person\\s+person-[0-9a-f]{12}"));
        page().locator("[id='verification:verify']").click();
        assertThat(page().locator(".pb-banner-good")).containsText("None is missing.");
    }

    @Test
    void whom_nobody_knows_cannot_be_erased() {
        signInAt("/erase.xhtml?id=nobody-at-all");

        assertThat(page().locator(".pb-nothing h2")).hasText("Nobody is known by this id");
        assertThat(button("now")).hasCount(0);
    }

    @Test
    void it_looks_good_in_every_look() {
        openErasing("hostile.markup");

        assertLooksGood("erase", page().url().substring(at("").length()));
    }

    private void openErasing(String name) {
        signInAt("/people.xhtml?q=" + name);
        page().locator(".pb-name").first().click();
        assertThat(page().locator("[id='person:pictures']")).containsText("Both systems checked");
        page().getByText("Erase this person").click();
        assertThat(page()).hasURL(Pattern.compile(".*/erase.xhtml.*"));
    }

    private Locator button(String id) {
        return page().locator("[id='erase:" + id + "']");
    }
}
