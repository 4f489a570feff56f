package org.photobridge.portal.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.BrowserTest;
import org.photobridge.portal.test.SimulatedTenant;
import org.photobridge.simulator.directory.Person;

class ProtectedPageIT extends BrowserTest {

    @Test
    void a_pasted_list_is_protected_for_one_reason_exported_and_released_with_another() throws IOException {
        Person first = person(20);
        Person second = person(21);
        signInAt("/protected.xhtml");

        protect(
                first.userPrincipalName() + "\n" + second.userPrincipalName() + "\nnobody-such@contoso.com",
                "Works council");

        assertThat(page().locator("#messages")).containsText("2");
        assertThat(page().locator("[id='add:result']")).containsText("nobody-such@contoso.com");
        assertThat(row(first)).containsText("Works council");
        assertThat(row(first)).containsText("admin");
        String csv = Files.readString(page().waitForDownload(
                        () -> page().locator("a[href*='protected.csv']").click())
                .path());
        Assertions.assertThat(csv).contains("\"Works council\"").contains(first.objectId());
        Assertions.assertThat(audited("protected.exported")).contains("\"CSV");
        assertLooksGood("protected", "/protected.xhtml");

        release(first, "They left");
        release(second, "They left");
        assertThat(row(first)).hasCount(0);
    }

    @Test
    void a_reason_is_asked_for_beside_its_field() {
        signInAt("/protected.xhtml");

        protect("somebody@contoso.com", "");

        assertThat(page().locator("[id='add:reasonMessage']")).containsText("Reason is missing.");
        assertThat(page().locator("[id='list:table']")).not().containsText("somebody@contoso.com");
    }

    @Test
    void a_filter_in_the_address_shows_fewer() {
        Person one = person(22);
        signInAt("/protected.xhtml");
        protect(one.userPrincipalName(), "Because of a court order");
        assertThat(row(one)).hasCount(1);

        open("/protected.xhtml?q=COURT");
        assertThat(row(one)).hasCount(1);
        open("/protected.xhtml?q=nothing-has-this");
        assertThat(page().locator("[id='list:table']")).containsText("No protected person has this text");

        open("/protected.xhtml");
        release(one, "Ended");
    }

    private static Person person(int index) {
        return SimulatedTenant.get().tenant().person(index);
    }

    private void protect(String who, String reason) {
        page().locator("#add summary").click();
        page().locator("[id='add:who']").fill(who);
        page().locator("[id='add:reason']").fill(reason);
        page().locator("[id='add:protect']").click();
    }

    private void release(Person person, String why) {
        row(person).locator("button").click();
        page().locator("[id='list:why']").fill(why);
        page().locator("[id='list:releaseNow']").click();
        assertThat(page().locator("#messages")).containsText("protected any more");
        assertThat(page().locator("[id='list:releasing']")).isHidden();
    }

    private Locator row(Person person) {
        return page().locator(
                        "[id='list:table'] tbody tr",
                        new Page.LocatorOptions().setHas(page().locator("a[href*='" + person.objectId() + "']")));
    }
}
