package org.photobridge.portal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.photobridge.spi.HealthCheck;
import org.photobridge.spi.HealthReport;
import org.photobridge.spi.LocalText;
import org.photobridge.testkit.People;
import org.photobridge.testkit.Portraits;

class GuardTest {

    private static EngineHarness strangersPictures(int size) {
        String[] crowd = EngineHarness.crowd(size);
        EngineHarness plan = EngineHarness.of(crowd);
        for (String name : crowd) {
            plan.target.hold(name, Portraits.jpeg("another than " + name));
        }
        return plan;
    }

    private static RunSpec spec(EngineHarness plan, long id, Approval approval, boolean trial, long lastListing) {
        return spec(plan, id, RunScope.everybody(), approval, trial, lastListing);
    }

    private static RunSpec spec(
            EngineHarness plan, long id, RunScope scope, Approval approval, boolean trial, long lastListing) {
        return new RunSpec(
                id,
                EngineHarness.PLAN,
                RunKind.SYNC,
                scope,
                plan.rules,
                Lane.BULK,
                trial,
                true,
                false,
                OptionalLong.empty(),
                approval,
                lastListing,
                0);
    }

    @Test
    void the_twenty_first_overwrite_of_a_picture_not_ours_waits_for_approval_and_then_goes_on() {
        EngineHarness plan = strangersPictures(50);

        RunSummary held = plan.execute(spec(plan, 1, Approval.NONE, false, 0));

        assertThat(held.state()).isEqualTo(RunState.AWAITING_APPROVAL);
        assertThat(held.reason()).contains("many-changes");
        assertThat(plan.target.written()).hasSize(20);

        Hold hold = plan.storage.hold(1).orElseThrow();
        assertThat(hold.reason()).isEqualTo(Reason.MANY_CHANGES);
        assertThat(hold.found()).isEqualTo(40);
        assertThat(hold.allowed()).isEqualTo(20);
        assertThat(hold.people()).hasSize(20).allMatch(person -> person.outcome() == OutcomeType.WOULD_UPDATE);
        assertThat(plan.target.written())
                .doesNotContainAnyElementsOf(
                        hold.people().stream().map(Hold.Person::accountId).toList());

        RunSummary approved = plan.execute(spec(plan, 1, Approval.ALL, false, 0));

        assertThat(approved.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(plan.target.written()).hasSize(50).doesNotHaveDuplicates();
        assertThat(approved.counts().guarded()).isEqualTo(50);
    }

    @Test
    void a_large_tenant_may_overwrite_its_percentage() {
        EngineHarness plan = strangersPictures(50);

        RunSummary summary = plan.execute(spec(plan, 1, Approval.NONE, false, 500));

        assertThat(summary.state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void overwrites_that_are_decided_after_a_lost_claim_are_guarded_too() {
        String[] crowd = EngineHarness.crowd(30);
        EngineHarness plan = EngineHarness.of(crowd);
        plan.storage.beforeIntend(() -> comeFirst(plan, List.of(crowd).subList(0, 20)));
        plan.storage.beforeRecord(() ->
                plan.storage.beforeIntend(() -> comeFirst(plan, List.of(crowd).subList(20, 30))));

        RunSummary held = plan.execute(spec(plan, 1, Approval.NONE, false, 0));

        assertThat(plan.target.written()).hasSize(20);
        assertThat(held.state()).isEqualTo(RunState.AWAITING_APPROVAL);
    }

    /** Somebody else of us claims these people, and gives them other pictures. */
    private static void comeFirst(EngineHarness plan, List<String> names) {
        plan.storage.beforeIntend(() -> {});
        for (String name : names) {
            PhotoState unknown = PhotoState.unknown(name + "@contoso.example", name, EngineHarness.PLAN);
            plan.storage.put(States.of(unknown).claimed(true).build());
            plan.target.hold(name, Portraits.jpeg("another than " + name));
        }
    }

    @Test
    void pictures_where_there_were_none_need_no_approval() {
        EngineHarness plan = EngineHarness.of(EngineHarness.crowd(50));

        assertThat(plan.sync().state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void a_plan_on_trial_refuses_more_than_twenty_people_for_real() {
        EngineHarness plan = EngineHarness.of(EngineHarness.crowd(21));

        RunSummary summary = plan.execute(spec(plan, 1, Approval.ALL, true, 0));

        assertThat(summary.state()).isEqualTo(RunState.FAILED);
        assertThat(summary.reason()).contains("plan-on-trial");
        assertThat(plan.target.written()).isEmpty();
    }

    @Test
    void a_plan_on_trial_takes_twenty() {
        EngineHarness plan = EngineHarness.of(EngineHarness.crowd(20));

        assertThat(plan.execute(spec(plan, 1, Approval.NONE, true, 0)).state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void whom_a_plan_on_trial_leaves_out_does_not_count() {
        EngineHarness plan = EngineHarness.of(EngineHarness.crowd(40));
        plan.storage.protect("p0000");
        plan.rules(rules -> rules.excludingAccounts(Set.of("p0001")).onlyWith(Map.of("department", Set.of("Sales"))));
        for (int i = 0; i < 22; i++) {
            inSales(plan, String.format("p%04d", i));
        }

        RunSummary summary = plan.execute(spec(plan, 1, Approval.NONE, true, 0));

        assertThat(summary.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(plan.target.written()).hasSize(20);
        inSales(plan, "p0030");
        assertThat(plan.execute(spec(plan, 2, Approval.NONE, true, 0)).reason()).contains("plan-on-trial");
    }

    private static void inSales(EngineHarness plan, String name) {
        plan.source.add(People.named(name).with("department", "Sales"));
    }

    @Test
    void a_plan_of_groups_has_the_guard_against_a_shrunken_listing_too() {
        EngineHarness plan = EngineHarness.of("anna", "bert", "carl");
        plan.source.addGroup("sales", "anna", "bert");
        plan.rules(rules -> rules.with(new Guards(10, 3)));
        RunScope sales = RunScope.wholePlan(Set.of("sales"));

        RunSummary held = plan.execute(spec(plan, 1, sales, Approval.NONE, false, 0));

        assertThat(held.state()).isEqualTo(RunState.AWAITING_APPROVAL);
        assertThat(held.reason()).contains("fewer-people-listed");
        assertThat(plan.storage.hold(1)).contains(new Hold(Reason.FEWER_PEOPLE_LISTED, 2, 3, List.of()));
        assertThat(plan.target.written()).isEmpty();
        assertThat(plan.execute(spec(plan, 1, sales, Approval.ALL, false, 0)).state())
                .isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void a_group_that_somebody_asks_for_may_have_fewer_people_than_the_plan() {
        EngineHarness plan = EngineHarness.of("anna", "bert", "carl");
        plan.source.addGroup("sales", "anna");
        plan.rules(rules -> rules.with(new Guards(10, 3)));

        RunScope sales = RunScope.groups(Set.of("sales"));

        assertThat(plan.execute(spec(plan, 1, sales, Approval.NONE, false, 0)).state())
                .isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void a_shrunken_listing_waits_for_approval_before_anything_is_read() {
        EngineHarness plan = EngineHarness.of("anna", "bert");
        plan.rules(rules -> rules.with(new Guards(10, 3)));

        RunSummary summary = plan.sync();

        assertThat(summary.state()).isEqualTo(RunState.AWAITING_APPROVAL);
        assertThat(summary.reason()).contains("fewer-people-listed");
        assertThat(plan.source.asked()).isEmpty();
        assertThat(plan.storage.hold(1)).contains(new Hold(Reason.FEWER_PEOPLE_LISTED, 2, 3, List.of()));
        assertThat(plan.execute(spec(plan, 1, Approval.ALL, false, 0)).state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void two_tenants_are_refused() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.source.inRealm("contoso");
        plan.target.inRealm("fabrikam");

        assertThat(plan.sync().reason()).contains("realms-differ");
        assertThat(plan.sync("anna").reason()).contains("realms-differ");
        assertThat(plan.target.written()).isEmpty();
    }

    @Test
    void a_tenant_that_an_end_learns_only_when_called_is_compared_before_anything_is_written() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.source.inRealm("contoso");
        plan.target.looking().runOnce(() -> plan.target.inRealm("fabrikam"));

        RunSummary summary = plan.sync("anna");

        assertThat(summary.reason()).contains("realms-differ");
        assertThat(plan.target.written()).isEmpty();
    }

    @Test
    void an_ill_end_stops_a_bulk_run_with_the_code_of_what_ails_it() {
        EngineHarness plan = EngineHarness.of("anna");
        LocalText text = LocalText.of("Sign in");
        plan.target.reportHealth(new HealthReport(java.util.List.of(HealthCheck.fail("bad-secret", text, text, text))));

        RunSummary summary = plan.sync();

        assertThat(summary.state()).isEqualTo(RunState.FAILED);
        assertThat(summary.reason()).contains("bad-secret");
        assertThat(plan.source.listing().calls()).isZero();
    }

    @Test
    void removals_are_guarded_too() {
        String[] crowd = EngineHarness.crowd(30);
        EngineHarness plan = EngineHarness.of(crowd);
        plan.rules(rules -> rules.with(OnRemoval.REMOVE));
        plan.sync();
        for (String name : crowd) {
            plan.source.take(name);
        }
        plan.sync();
        plan.pass(Duration.ofDays(1));

        RunSummary summary = plan.sync();

        assertThat(summary.state()).isEqualTo(RunState.AWAITING_APPROVAL);
        assertThat(summary.counts().of(OutcomeType.REMOVED)).isEqualTo(20);
    }
}
