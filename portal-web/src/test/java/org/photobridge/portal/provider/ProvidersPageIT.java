package org.photobridge.portal.provider;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.BrowserTest;

class ProvidersPageIT extends BrowserTest {
    @Test
    void both_bundled_providers_are_ready_and_say_what_they_do_and_who_uses_them() {
        signInAt("/providers.xhtml");

        assertThat(provider("exchange")).containsText("Ready");
        assertThat(provider("exchange")).containsText("source");
        assertThat(provider("exchange")).containsText("Exchange");
        assertThat(provider("sharepoint")).containsText("Ready");
        assertThat(provider("sharepoint")).containsText("target");
        assertThat(provider("sharepoint")).containsText("SharePoint");
    }

    @Test
    void it_looks_good_in_every_look() {
        signInAt("/providers.xhtml");

        assertLooksGood("providers", "/providers.xhtml");
    }

    private Locator provider(String id) {
        return page().locator("[data-provider='" + id + "']");
    }
}
