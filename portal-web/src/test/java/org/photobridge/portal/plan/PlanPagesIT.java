package org.photobridge.portal.plan;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.BrowserTest;
import org.photobridge.portal.test.SimulatedTenant;

class PlanPagesIT extends BrowserTest {
    @Test
    void plans_are_listed_with_who_and_when() {
        signInAt("/plans.xhtml");
        Locator row = row(SimulatedTenant.PLAN);

        assertThat(row).containsText("Everybody");
        assertThat(row).containsText("Only when somebody asks");
        assertLooksGood("plans", "/plans.xhtml");
    }

    @Test
    void a_plan_is_made_for_a_group_with_a_schedule_then_changed_with_the_effect_shown_first() {
        signInAt("/plan.xhtml");
        assertThat(page().locator("[id='form:newOnTrial']")).containsText("begins on trial");
        page().locator("[id='form:name']").fill("Sales at night");
        page().locator("[id='form:onlyGroups']").selectOption("true");
        page().locator("[id='form:search']").fill("Sales");
        page().locator("[id='form:find']").click();
        page().getByLabel("Add: Sales").click();
        page().locator("[id='form:scheduled']").check();
        page().locator("[id='form:time']").fill("03:15");
        page().locator("[id='form:time']").blur();
        assertThat(page().locator("[id='form:next'] li")).hasCount(3);
        page().locator("[id='form:save']").click();
        assertThat(page().locator("#messages")).containsText("Sync plan Sales at night is saved");

        assertThat(page().locator("#run")).containsText("On trial");
        page().locator("[id='run:endTrial']").click();
        page().locator(".ui-confirmdialog-yes").click();
        assertThat(page().locator("#messages")).containsText("The trial is over.");
        assertThat(page().locator("[id='run:endTrial']")).hasCount(0);
        page().locator("[id='run:beginTrial']").click();
        assertThat(page().locator("#messages")).containsText("The plan is on trial again.");

        page().locator("[id='form:onlyGroups']").selectOption("false");
        assertThat(page().locator("[id='form:search']")).hasCount(0);
        page().locator("[id='form:save']").click();
        assertThat(page().locator("[id='form:changes']")).containsText("For whom: Sales \u2192 Everybody");
        page().locator("[id='form:confirm']").click();
        assertThat(page().locator("#messages")).containsText("is saved");
        deleteThis();
    }

    @Test
    void a_group_that_is_to_be_used_in_a_plan_stands_in_its_form() {
        signInAt("/groups.xhtml?q=Sales");
        page().locator(".pb-groups .pb-name").first().click();
        page().getByText("Use in the sync plan").click();

        assertThat(page().locator("h1")).hasText(SimulatedTenant.PLAN);
        assertThat(page().locator("[id='form:onlyGroups']")).hasValue("true");
        assertThat(page().locator("[id='form:who'] .pb-plain-list").first()).containsText("Sales");
        page().locator("[id='form:save']").click();
        assertThat(page().locator("[id='form:changes']")).containsText("For whom: Everybody \u2192 Sales");
    }

    @Test
    void what_is_wrong_is_said_beside_each_field() {
        signInAt("/plan.xhtml");
        page().locator("[id='form:onlyGroups']").selectOption("true");
        assertThat(page().locator("[id='form:search']")).isVisible();
        page().locator("[id='form:guardPercent']").fill("101");
        page().locator("[id='form:fewestPeople']").fill("few");
        page().locator("[id='form:save']").click();
        assertThat(page().locator("[id='form:fewestProblem']")).containsText("Write a whole number");
        page().locator("[id='form:fewestPeople']").fill("5");
        page().locator("[id='form:save']").click();

        assertThat(page().locator("[id='form:groupsProblem']")).containsText("Add at least one group");
        assertThat(page().locator("[id='form:guardProblem']")).containsText("from 0 to 100");
        assertThat(page().locator("[id='form:guardPercent']")).hasValue("101");
    }

    @Test
    void a_plan_is_switched_off_and_on() {
        signInAt("/plans.xhtml");
        row(SimulatedTenant.PLAN).getByText("Switch off").click();
        assertThat(row(SimulatedTenant.PLAN)).containsText("Off");
        row(SimulatedTenant.PLAN).getByText("Switch on").click();

        assertThat(row(SimulatedTenant.PLAN)).containsText("On");
        assertThat(page().locator("#messages")).containsText("runs by its schedule again");
    }

    @Test
    void a_plan_looks_good_in_every_look() {
        signInAt("/plans.xhtml");
        row(SimulatedTenant.PLAN).locator("a").click();
        assertThat(page().locator("h1")).hasText(SimulatedTenant.PLAN);
        assertLooksGood("plan", page().url().substring(at("").length()));
    }

    private void deleteThis() {
        page().locator("[id='form:delete']").click();
        page().locator(".ui-confirmdialog-yes").click();
        assertThat(page().locator("#messages")).containsText("is deleted");
    }

    private Locator row(String name) {
        return page().locator("#plans tbody tr")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }
}
