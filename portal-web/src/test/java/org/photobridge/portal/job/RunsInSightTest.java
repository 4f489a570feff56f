package org.photobridge.portal.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.engine.Lane;
import org.photobridge.portal.engine.OutcomeType;
import org.photobridge.portal.engine.Rules;
import org.photobridge.portal.engine.RunCounts;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.Who;
import org.photobridge.portal.security.Caller;
import org.photobridge.portal.security.SightRepository;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.Limits;
import org.photobridge.portal.test.TestDatabase;
import org.photobridge.spi.Account;
import org.photobridge.spi.IdentifierType;

class RunsInSightTest {

    private static final Plan PLAN = new Plan(
            Limits.PLAN,
            0,
            "Everybody",
            Limits.SOURCE,
            Limits.TARGET,
            true,
            false,
            Who.EVERYBODY,
            Rules.defaults(),
            Optional.empty());

    @BothDatabases
    void outcomes_are_of_members_only(TestDatabase database) {
        long run = run(database, Scope.all(), "tester", Map.of("anna", "FAILED", "carl", "FAILED"));
        OutcomeRepository outcomes = new OutcomeRepository(jdbi(database));

        Limits.helpdesk(database, "anna").as(() -> {
            assertThat(outcomes.find(run, OutcomeFilter.ALL, 0, 9))
                    .extracting(OutcomeRow::accountId)
                    .containsExactly("anna");
            assertThat(outcomes.after(run, OutcomeFilter.outcome("FAILED"), "", 9))
                    .extracting(OutcomeRow::accountId)
                    .containsExactly("anna");
            assertThat(outcomes.count(run, OutcomeFilter.ALL)).isEqualTo(1);
            assertThat(outcomes.reasons(run)).containsOnly(Map.entry("", 1L));
            assertThat(outcomes.ofPerson("carl", 9)).isEmpty();
            assertThat(outcomes.ofPerson("anna", 9)).hasSize(1);
            assertThat(outcomes.latestFailures(9))
                    .extracting(OutcomeRow::accountId)
                    .containsExactly("anna");
        });
        assertThat(outcomes.count(run, OutcomeFilter.ALL)).isEqualTo(2);
    }

    @BothDatabases
    void runs_are_those_that_concern_members_or_were_asked_for(TestDatabase database) {
        long everybody = run(database, Scope.all(), "tester", Map.of("carl", "UPDATED"));
        long anna = run(database, Scope.account("anna", "Anna"), "tester", Map.of("anna", "UPDATED"));
        run(database, Scope.account("carl", "Carl"), "tester", Map.of("carl", "UPDATED"));
        run(database, Scope.group("other-group", "Board"), "tester", Map.of("carl", "UPDATED"));
        long group = run(database, Scope.group("helpdesk-group", "Helpdesk"), "tester", Map.of());
        long asked = run(database, Scope.account("budi", "Budi"), "hana", Map.of());
        RunRepository runs = new RunRepository(jdbi(database));

        Limits.helpdesk(database, "anna", "budi").as(() -> {
            assertThat(runs.find(RunFilter.ALL, 0, 9))
                    .extracting(RunRow::id)
                    .containsExactlyInAnyOrder(everybody, anna, group, asked);
            assertThat(runs.count(RunFilter.ALL)).isEqualTo(4);
            assertThat(runs.unfinished()).hasSize(4);
            assertThat(runs.find(anna)).isPresent();
            assertThat(runs.find(asked + 1000)).isEmpty();
        });
        assertThat(runs.count(RunFilter.ALL)).isEqualTo(6);
    }

    @BothDatabases
    void a_token_does_not_own_the_runs_of_a_person_who_is_called_like_it(TestDatabase database) {
        long asked = run(database, Scope.account("budi", "Budi"), "hana", Map.of());
        RunRepository runs = new RunRepository(jdbi(database));
        RunRow row = runs.find(asked).orElseThrow();
        Caller hana = Limits.helpdesk(database, "anna", "budi");
        Caller token = new Caller(Actor.token("hana"), hana.roles(), hana.address(), hana.limit());

        hana.as(() -> {
            assertThat(sight(database).isOwn(row)).isTrue();
            assertThat(runs.find(asked)).isPresent();
        });
        token.as(() -> {
            assertThat(sight(database).isOwn(row)).isFalse();
            assertThat(runs.find(asked)).isEmpty();
        });
    }

    @BothDatabases
    void a_run_of_others_shows_the_figures_of_members_and_no_names(TestDatabase database) {
        long run = run(
                database,
                Scope.list(List.of("anna", "carl"), "Anna, Carl"),
                "tester",
                Map.of("anna", "UPDATED", "carl", "FAILED"));
        RunRepository runs = new RunRepository(jdbi(database));
        RunsInSight sight = sight(database);

        Limits.helpdesk(database, "anna").as(() -> {
            RunRow shown = sight.shown(runs.find(run)).orElseThrow();
            assertThat(shown.counts().outcomes()).containsOnly(Map.entry(OutcomeType.UPDATED, 1L));
            assertThat(shown.scopeLabel()).isEmpty();
            assertThat(shown.reason()).isEmpty();
            assertThat(shown.total()).isEmpty();
        });
    }

    @BothDatabases
    void a_request_reaches_members_only(TestDatabase database) {
        RequestBorder border = border(database, "anna", "budi", "carl");
        Caller helpdesk = Limits.helpdesk(database, "anna", "budi");

        helpdesk.as(() -> {
            assertThatCode(() -> border.within(PLAN, Scope.account("anna", "Anna")))
                    .doesNotThrowAnyException();
            assertThatCode(() -> border.within(PLAN, Scope.list(List.of("anna", "budi"), "")))
                    .doesNotThrowAnyException();
            assertThatCode(() -> border.within(PLAN, Scope.group("helpdesk-group", "")))
                    .doesNotThrowAnyException();
            assertRefused(border, Scope.all(), "request.refused.limited");
            assertRefused(border, Scope.group("other-group", ""), "request.refused.no-group");
            assertRefused(border, Scope.account("carl", ""), "request.refused.no-person");
            assertRefused(border, Scope.account("nobody", ""), "request.refused.no-person");
            assertRefused(border, Scope.list(List.of("anna", "carl"), ""), "request.refused.no-person");
        });
        assertThatCode(() -> border.within(PLAN, Scope.all())).doesNotThrowAnyException();
    }

    @BothDatabases
    void a_member_may_be_named_by_an_address_and_the_request_names_them_by_their_id(TestDatabase database) {
        RequestBorder border = border(database, "anna", "budi", "carl");

        Limits.helpdesk(database, "anna", "budi").as(() -> {
            Scope scope = border.within(PLAN, Scope.list(List.of("Anna@contoso.com", "budi"), "two"));
            assertThat(scope).isEqualTo(Scope.list(List.of("anna", "budi"), "two"));
            assertRefused(border, Scope.account("carl@contoso.com", ""), "request.refused.no-person");
        });
    }

    @BothDatabases
    void small_pictures_are_of_members_only_at_both_ends(TestDatabase database) {
        Limits.plan(database);
        PreviewRepository previews = new PreviewRepository(jdbi(database), Clock.systemUTC());
        for (long end : new long[] {Limits.SOURCE, Limits.TARGET, 77}) {
            previews.keep(end, "anna", Optional.of(new byte[] {1}));
            previews.keep(end, "carl", Optional.of(new byte[] {1}));
        }

        Limits.helpdesk(database, "anna").as(() -> {
            assertThat(previews.find(Limits.SOURCE, "anna")).isPresent();
            assertThat(previews.find(Limits.TARGET, "anna")).isPresent();
            assertThat(previews.find(77, "anna")).isEmpty();
            assertThat(previews.find(Limits.SOURCE, "carl")).isEmpty();
            assertThat(previews.find(Limits.TARGET, "carl")).isEmpty();
        });
        assertThat(previews.find(Limits.TARGET, "carl")).isPresent();
    }

    @BothDatabases
    void the_own_run_is_whole_as_long_as_all_of_its_people_are_in_sight(TestDatabase database) {
        long two = run(database, Scope.list(List.of("anna", "budi"), "Anna, Budi"), "hana", Map.of("anna", "UPDATED"));
        long group = run(database, Scope.group("helpdesk-group", "Helpdesk"), "hana", Map.of("anna", "UPDATED"));

        Limits.helpdesk(database, "anna", "budi").as(() -> {
            assertWhole(database, two, true);
            assertWhole(database, group, true);
        });
        Limits.helpdesk(database, "anna").as(() -> assertWhole(database, two, false));
    }

    @BothDatabases
    void a_run_from_before_the_limit_is_not_the_own_one_any_more(TestDatabase database) {
        List<Long> runs = List.of(
                run(database, Scope.all(), "hana", Map.of("anna", "UPDATED", "carl", "FAILED")),
                run(database, Scope.group("other-group", "Board"), "hana", Map.of("anna", "UPDATED", "carl", "FAILED")),
                run(database, Scope.list(List.of("anna", "carl"), "Carl"), "hana", Map.of("carl", "FAILED")),
                run(database, Scope.account("carl", "Carl"), "hana", Map.of("carl", "FAILED")));

        Limits.helpdesk(database, "anna").as(() -> runs.forEach(run -> assertWhole(database, run, false)));
    }

    private static void assertWhole(TestDatabase database, long run, boolean whole) {
        RunRow row = new RunRepository(jdbi(database)).find(run).orElseThrow();
        RunRow shown = sight(database).shown(Optional.of(row)).orElseThrow();
        assertThat(sight(database).isOwn(row)).isEqualTo(whole);
        assertThat(shown.reason()).isEqualTo(whole ? "because of Carl" : "");
        assertThat(shown.scopeLabel()).isEqualTo(whole ? row.scopeLabel() : "");
        assertThat(shown.total()).isEqualTo(whole ? row.total() : Optional.empty());
        assertThat(shown.counts().of(OutcomeType.FAILED)).isEqualTo(whole ? 7 : 0);
    }

    private static RunsInSight sight(TestDatabase database) {
        return new RunsInSight(
                new OutcomeRepository(jdbi(database)),
                new RunRepository(jdbi(database)),
                new SightRepository(jdbi(database)));
    }

    private static RequestBorder border(TestDatabase database, String... people) {
        SeenPeopleRepository seen = new SeenPeopleRepository(jdbi(database));
        seen.seen(
                Limits.SOURCE,
                Arrays.stream(people)
                        .map(id -> Account.of(id, id).identifiedBy(IdentifierType.EMAIL, id + "@contoso.com"))
                        .toList(),
                Instant.EPOCH);
        return new RequestBorder(seen, new FollowedRuns());
    }

    private static void assertRefused(RequestBorder border, Scope scope, String key) {
        assertThatThrownBy(() -> border.within(PLAN, scope))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessage(key);
    }

    private static long run(TestDatabase database, Scope scope, String actor, Map<String, String> outcomes) {
        Jdbi jdbi = jdbi(database);
        if (jdbi.withHandle(handle -> handle.createQuery("select count(*) from sync_plan")
                        .mapTo(Long.class)
                        .one())
                == 0) {
            Limits.plan(database);
        }
        Asking asking = new Asking(Limits.PLAN, RunKind.SYNC, scope, false, false, "because of Carl", Optional.empty());
        long run = new RequestRepository(jdbi)
                .insert(
                        asking,
                        new RequestRepository.Origin(
                                "Everybody", TriggerKind.PERSON, actor, Lane.ON_DEMAND, Instant.EPOCH));
        RunCounts counts = new RunCounts(Map.of(OutcomeType.FAILED, 7L), Map.of(), 0);
        jdbi.useHandle(
                handle -> handle.execute("update run set counts = ? where id = ?", RunCountsJson.write(counts), run));
        outcomes.forEach((id, outcome) -> jdbi.useHandle(handle -> handle.execute(
                "insert into run_outcome (run_id, account_id, display_name, outcome, condition, at)"
                        + " values (?, ?, ?, ?, 'UNKNOWN', current_timestamp)",
                run,
                id,
                id,
                outcome)));
        return run;
    }

    private static Jdbi jdbi(TestDatabase database) {
        return Jdbi.create(database.dataSource());
    }
}
