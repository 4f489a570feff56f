package org.photobridge.portal.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.job.RunTrials;
import org.photobridge.portal.test.BrowserTest;
import org.photobridge.portal.test.PortalSession;
import org.photobridge.portal.test.SimulatedTenant;

/** Whoever may do less finds every page, and on none a button that would be refused. */
class RolesIT extends BrowserTest {

    /** What somebody may press who only looks: searches, filters, downloads, copies. */
    private static final Set<String> LOOKING = Set.of("Search", "Show", "CSV", "JSON", "Copy", "Look up", "Filter");

    private static final Set<String> RUNNING = Set.of(
            "Check",
            "Preview",
            "Sync",
            "Sync now",
            "Check again",
            "Replace all the same",
            "Put the previous picture back",
            "Test now",
            "Run it now",
            "Undo",
            "Choose");

    @Test
    void a_viewer_sees_every_page_and_no_button_that_changes_or_starts_anything() {
        signInAs(Role.VIEWER);

        for (String page : pages()) {
            Set<String> pressed = buttons(page);
            Assertions.assertThat(pressed).as(page + " for a viewer").allMatch(RolesIT::isLooking);
        }
    }

    @Test
    void an_operator_starts_runs_and_finds_nothing_that_changes_settings() {
        signInAs(Role.OPERATOR);

        for (String page : pages()) {
            Set<String> pressed = buttons(page);
            Assertions.assertThat(pressed)
                    .as(page + " for an operator")
                    .noneMatch(text -> text.matches("Save|Delete.*|Protect.*|Leave out.*|Switch o.*|Approve.*|Add.*"));
        }
    }

    @Test
    void what_a_viewer_may_not_change_says_who_can() {
        signInAs(Role.VIEWER);

        for (String page : List.of("/plan.xhtml?id=" + firstOf("/plans.xhtml", "plan.xhtml?id="))) {
            open(page);
            assertThat(page().locator("#form")).containsText("Only an administrator of the portal can change this.");
            assertThat(page().locator("[id='form:name']")).isDisabled();
        }
    }

    @Test
    void a_link_that_would_prefill_a_plan_is_harmless_for_a_viewer() {
        signInAs(Role.VIEWER);

        open("/plan.xhtml?id=" + firstOf("/plans.xhtml", "plan.xhtml?id=")
                + "&group=00000000-0000-0000-0000-000000000000");

        assertThat(page().locator("h1")).hasText(SimulatedTenant.PLAN);
    }

    /** Numbers turn the pages of a list. */
    private static boolean isLooking(String text) {
        return text.matches("\\d+") || LOOKING.contains(text) && !RUNNING.contains(text);
    }

    private void signInAs(Role role) {
        String name = RunTrials.make(at(UserTrial.PATH), "role=" + role);
        open("/people.xhtml");
        page().getByLabel("User name").fill(name);
        page().getByLabel("Password").fill(PortalSession.ADMIN_PASSWORD);
        page().locator("[id='signin:submit']").click();
        page().waitForURL(at("/people.xhtml"));
    }

    private List<String> pages() {
        open("/people.xhtml?q=no.profile");
        List<String> pages = new ArrayList<>(List.of(
                "/index.xhtml",
                "/people.xhtml",
                "/pasted.xhtml",
                "/groups.xhtml",
                "/runs.xhtml",
                "/plans.xhtml",
                "/connections.xhtml",
                "/providers.xhtml"));
        pages.add("/person.xhtml?id=" + firstOf("/people.xhtml?q=no.profile", "person.xhtml"));
        pages.add("/groups.xhtml?id=" + firstOf("/groups.xhtml?q=Sales", "groups.xhtml?plan"));
        pages.add("/plan.xhtml?id=" + firstOf("/plans.xhtml", "plan.xhtml?id="));
        pages.add("/connection.xhtml?id=" + firstOf("/connections.xhtml", "connection.xhtml?id="));
        pages.add("/registration.xhtml?id=" + firstOf("/connections.xhtml", "registration.xhtml?id="));
        pages.add("/run.xhtml?id=" + RunTrials.make(at("/ArquillianServletRunner/runs"), "kind=SYNC&state=SUCCEEDED"));
        pages.add("/run.xhtml?id="
                + RunTrials.make(
                        at("/ArquillianServletRunner/runs"), "kind=SYNC&state=AWAITING_APPROVAL&code=many-changes"));
        return pages;
    }

    /** The id in the address of the first link on a page that leads to such a page. */
    private String firstOf(String list, String link) {
        open(list);
        String address = page().locator("#content a[href*='" + link + "'][href*='id=']")
                .first()
                .getAttribute("href");
        return address.replaceFirst(".*[?&]id=([^&#]+).*", "$1");
    }

    /** What can be seen and pressed on a page, which is none that says that something went wrong. */
    private Set<String> buttons(String path) {
        open(path);
        assertThat(page().locator("h1")).not().hasText("Not allowed");
        assertThat(page().locator(".pb-plain")).hasCount(0);
        Set<String> texts = new TreeSet<>();
        for (Locator button : page().locator("#content button:visible:enabled").all()) {
            texts.add(button.innerText().strip());
        }
        texts.remove("");
        return texts;
    }
}
