package org.photobridge.portal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.photobridge.spi.AccountPage;
import org.photobridge.spi.EligibilityFact;
import org.photobridge.spi.Group;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.PageToken;
import org.photobridge.spi.PhotoSource;
import org.photobridge.testkit.People;

class ScopeTest {
    @Test
    void people_are_left_out_with_a_reason() {
        EngineHarness plan = EngineHarness.of("anna", "excluded", "protected", "guest", "other", "nameless");
        plan.source.add(People.named("guest").withFacts(Set.of(EligibilityFact.GUEST)));
        plan.source.add(
                People.named("anna").with("department", "Sales").withFacts(Set.of(EligibilityFact.FACTS_UNAVAILABLE)));
        plan.source.add(org.photobridge.spi.Account.of("nameless", "Nobody"));
        for (String name : List.of("excluded", "protected")) {
            plan.source.add(People.named(name).with("department", "SALES"));
        }
        plan.storage.protect("protected");
        plan.rules(
                rules -> rules.excludingAccounts(Set.of("excluded")).onlyWith(Map.of("department", Set.of("sales"))));

        plan.sync();

        assertThat(plan.target.written()).containsExactly("anna");
        assertThat(plan.outcome("excluded").reason()).contains("excluded");
        assertThat(plan.outcome("protected").reason()).contains("protected");
        assertThat(plan.outcome("other").reason()).contains("filtered-out");
        assertThat(plan.outcome("nameless").reason()).contains("no-target-identifier");
        assertThat(plan.outcome("guest").type()).isEqualTo(OutcomeType.SKIPPED);
        assertThat(plan.source.asked()).containsExactly("anna");
    }

    @Test
    void a_guest_is_not_eligible_and_becomes_so_again() {
        EngineHarness plan = EngineHarness.of("guest");
        plan.source.add(People.named("guest").withFacts(Set.of(EligibilityFact.GUEST)));
        plan.sync();
        assertThat(plan.state("guest").condition()).isEqualTo(Condition.NOT_ELIGIBLE);
        assertThat(plan.state("guest").reason()).contains("guest");
        plan.source.add(People.named("guest"));

        plan.sync();

        assertThat(plan.target.written()).containsExactly("guest");
    }

    @Test
    void another_plans_person_is_not_touched() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.storage.put(States.of(PhotoState.unknown("anna@contoso.example", "anna", 99))
                .claimed(true)
                .build());

        plan.sync();

        assertThat(plan.target.written()).isEmpty();
        assertThat(plan.outcome("anna").reason()).contains("owned-by-other-plan");
        assertThat(plan.state("anna").lastRun()).isZero();
    }

    @Test
    void two_accounts_that_are_one_person_in_the_target_are_refused_not_mixed_up() {
        EngineHarness plan = EngineHarness.of("anna", "twin");
        plan.source.add(People.named("twin")
                .identifiedBy(org.photobridge.spi.IdentifierType.USER_PRINCIPAL_NAME, "anna@contoso.example"));

        plan.sync();

        assertThat(plan.target.written()).containsExactly("anna");
        assertThat(plan.outcome("twin").reason()).contains("target-key-clash");
    }

    @Test
    void whom_the_source_does_not_know_gets_an_outcome_by_the_name_asked_for() {
        EngineHarness plan = EngineHarness.of("anna");

        RunSummary summary = plan.sync("anna", "nobody@contoso.example");

        assertThat(summary.state()).isEqualTo(RunState.COMPLETED_WITH_FAILURES);
        assertThat(plan.outcome("nobody@contoso.example").reason()).contains("unknown-account");
        assertThat(plan.target.written()).containsExactly("anna");
    }

    @Test
    void groups_are_taken_together_and_each_person_once() {
        EngineHarness plan = EngineHarness.of("anna", "bert", "cleo", "dora");
        plan.source.addGroup("sales", "anna", "bert");
        plan.source.addGroup("team", "bert", "cleo");

        RunSummary summary = plan.run(RunKind.SYNC, RunScope.groups(List.of("sales", "team")));

        assertThat(plan.target.written()).containsExactly("anna", "bert", "cleo");
        assertThat(summary.listed()).isEqualTo(OptionalLong.of(3));
    }

    @Test
    void a_group_that_hides_its_members_is_not_taken_for_an_empty_one() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.source.addGroup(new Group("hidden", "Hidden", "", LocalText.of("Group"), false));

        RunSummary summary = plan.run(RunKind.SYNC, RunScope.groups(List.of("hidden")));

        assertThat(summary.state()).isEqualTo(RunState.FAILED);
        assertThat(summary.reason()).contains("group-members-hidden");
    }

    @Test
    void an_expired_page_token_starts_the_listing_anew_and_does_nobody_twice() {
        EngineHarness plan = EngineHarness.of(EngineHarness.crowd(30));
        plan.source.mostPerPage(10);
        plan.source.listing().passOnce();
        plan.source.listing().passOnce();
        plan.source
                .listing()
                .throwOnce(org.photobridge.spi.ProviderException.of(
                        org.photobridge.spi.ErrorCategory.REJECTED, "token-expired", "410 Gone"));

        RunSummary summary = plan.sync();

        assertThat(summary.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(plan.target.written()).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void known_people_on_a_later_page_of_a_list_are_not_unknown() {
        EngineHarness plan = EngineHarness.of("anna", "bert", "carl");
        plan.source.mostPerPage(1);

        RunSummary summary = plan.sync("carl", "nobody", "anna", "nobody");

        assertThat(plan.target.written()).containsExactlyInAnyOrder("anna", "carl");
        assertThat(summary.counts().of(OutcomeType.FAILED)).isEqualTo(1);
        assertThat(plan.outcome("nobody").reason()).contains("unknown-account");
    }

    @Test
    void a_listing_that_goes_round_in_a_circle_ends_the_run() {
        EngineHarness plan = EngineHarness.of("anna");
        AtomicInteger pages = new AtomicInteger();
        PhotoSource circling = (PhotoSource) Proxy.newProxyInstance(
                ScopeTest.class.getClassLoader(),
                new Class<?>[] {PhotoSource.class},
                (proxy, method, asked) -> method.getName().equals("listAccounts")
                        ? circle(pages.getAndIncrement())
                        : method.invoke(plan.source, asked));

        RunSummary summary = plan.execute(plan.next(RunKind.SYNC, RunScope.everybody()), circling);

        assertThat(summary.state()).isEqualTo(RunState.FAILED);
        assertThat(summary.reason()).contains("provider-defect");
    }

    private static AccountPage circle(int page) {
        assertThat(page).as("pages").isLessThan(20);
        return AccountPage.of(List.of(), Optional.of(new PageToken(page % 2 == 0 ? "a" : "b")));
    }
}
