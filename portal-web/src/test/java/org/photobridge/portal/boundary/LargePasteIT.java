package org.photobridge.portal.boundary;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.BrowserTest;

/** Somebody pastes far more than a list: the page says so, and keeps what was typed. */
class LargePasteIT extends BrowserTest {

    @Test
    void too_much_is_told_on_the_page_and_nothing_typed_is_lost() {
        signInAt("/pasted.xhtml");
        page().evaluate(
                        "() => { document.getElementById('pasted:text').value = 'anna@contoso.com\\n'.repeat(200000); }");

        page().locator("[id='pasted:find']").click();

        assertThat(page().locator("#not-done")).containsText("more than Photobridge takes at once");
        assertThat(page().locator("#not-done")).isVisible();
        page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/too-large.png")));
        org.assertj.core.api.Assertions.assertThat(
                        page().locator("[id='pasted:text']").inputValue())
                .hasSizeGreaterThan(3_000_000);
        expectTrouble("413");

        page().locator("[id='pasted:text']").fill("anna.berg@contoso.onmicrosoft.com");
        page().locator("[id='pasted:find']").click();
        assertThat(page().locator("[id='pasted:result']")).containsText("anna.berg");
        assertThat(page().locator("#not-done")).isHidden();
    }
}
