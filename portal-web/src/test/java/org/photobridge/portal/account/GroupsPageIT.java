package org.photobridge.portal.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.BrowserTest;

class GroupsPageIT extends BrowserTest {

    @Test
    void groups_are_found_in_the_live_directory_and_hostile_names_are_text() {
        signInAt("/groups.xhtml");

        assertThat(page().locator(".pb-groups")).containsText("<img src=x onerror=alert('group')> & Söhne");
        page().locator("input[name=q]").fill("Sales");
        page().locator(".pb-search button").click();

        assertThat(page()).hasURL(Pattern.compile("[?&]q=Sales"));
        assertThat(page().locator(".pb-groups .pb-name")).hasText("Sales");
    }

    @Test
    void a_preview_of_a_group_can_be_asked_for_and_followed() {
        openGroup("Sales");

        page().locator("[id='group:preview']").click();

        assertThat(page().locator("[id='group:asked'] a")).hasText(Pattern.compile("Follow run \\d+"));
    }

    @Test
    void a_sync_of_a_group_is_asked_for_only_after_a_yes() {
        openGroup("Sales");

        page().locator("[id='group:sync']").click();
        page().locator(".ui-confirmdialog-no").click();

        assertThat(page().locator("[id='group:asked'] a")).hasCount(0);
    }

    @Test
    void a_group_whose_members_are_hidden_says_so_and_offers_no_run() {
        openGroup("Leadership");

        assertThat(page().locator(".pb-remark")).containsText("doesn't let us see who is in this group");
        assertThat(page().locator("[id='group:sync']")).isDisabled();
    }

    @Test
    void a_group_that_does_not_exist_is_no_error_page() {
        signInAt("/groups.xhtml?id=00000000-0000-0000-0000-000000000000");

        assertThat(page().locator(".pb-nothing")).isVisible();
    }

    @Test
    void it_looks_good_in_every_look() {
        openGroup("Sales");

        assertLooksGood("groups", "/groups.xhtml");
        assertLooksGood("group", page().url().substring(at("").length()));
    }

    private void openGroup(String name) {
        signInAt("/groups.xhtml?q=" + name);
        page().locator(".pb-groups .pb-name").first().click();
        assertThat(page().locator("h1")).hasText(name);
    }
}
