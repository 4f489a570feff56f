package org.photobridge.portal.platform;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.BrowserTest;

class TemplateIT extends BrowserTest {
    @Test
    void dark_and_light_are_one_click_apart_and_remembered() {
        signInAt("/index.xhtml");
        button("Switch to dark colours").click();
        assertThat(page().locator("body.pb-dark")).isVisible();

        open("/index.xhtml");
        assertThat(page().locator("body.pb-dark")).isVisible();
        button("Switch to light colours").click();
        assertThat(page().locator("body.pb-light")).isVisible();
    }

    @Test
    void indonesian_is_one_click_away_and_says_so_to_the_browser() {
        signInAt("/index.xhtml?a=b");
        button("Indonesia").click();

        assertThat(page().locator("html")).hasAttribute("lang", "id");
        assertThat(page()).hasURL(at("/index.xhtml?a=b"));
        assertThat(button("Keluar")).isVisible();
    }

    @Test
    void on_a_telephone_the_menu_opens_by_a_button_and_closes_by_escape() {
        page().setViewportSize(390, 844);
        signInAt("/index.xhtml");
        Locator entry = page().locator("#menu a").first();
        assertThat(entry).isHidden();

        button("Menu").click();
        assertThat(entry).isVisible();
        assertThat(entry).hasAttribute("aria-current", "page");
        page().keyboard().press("Escape");
        assertThat(entry).isHidden();
    }

    @Test
    void the_first_tab_stop_leads_past_the_menu() {
        signInAt("/index.xhtml");
        page().keyboard().press("Tab");

        assertThat(page().locator(".pb-skip")).isFocused();
    }

    @Test
    void a_page_that_is_not_there_is_explained_with_a_reference() {
        signInAt("/index.xhtml");
        open("/nothing.xhtml");

        assertThat(page().locator("h1")).hasText("Page not found");
        assertThat(page().locator("code")).hasText(Pattern.compile("[0-9a-f]{10}"));
        expectTrouble("404");
    }

    private Locator button(String name) {
        return page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
