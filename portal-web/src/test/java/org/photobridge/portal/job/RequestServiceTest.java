package org.photobridge.portal.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.engine.Lane;
import org.photobridge.portal.engine.Rules;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.engine.RunScope;
import org.photobridge.portal.engine.RunSpec;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.PlanService;
import org.photobridge.portal.plan.Who;
import org.photobridge.portal.platform.Home;
import org.photobridge.portal.platform.KeyRing;
import org.photobridge.portal.security.Caller;
import org.photobridge.portal.security.SightRepository;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.Limits;
import org.photobridge.portal.test.TestDatabase;

class RequestServiceTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final Asking SYNC = Asking.of(Limits.PLAN, RunKind.SYNC, Scope.all());
    private static final Asking PREVIEW = Asking.of(Limits.PLAN, RunKind.PREVIEW, Scope.all());

    @TempDir
    Path folder;

    @BothDatabases
    void the_second_of_two_equal_requests_at_once_is_told_the_first(TestDatabase database) throws Exception {
        Portal portal = new Portal(database, folder);
        CountDownLatch looks = new CountDownLatch(2);
        portal.onLook = looks::countDown;

        CompletableFuture<RequestService.Submitted> second = new CompletableFuture<>();
        RequestService.Submitted first = portal.jdbi.inTransaction(handle -> {
            RequestService.Submitted made = portal.submit(SYNC);
            second.completeAsync(() -> portal.jdbi.inTransaction(other -> portal.submit(SYNC)));
            // Whoever doesn't wait for us looks now, before there is anything to be found.
            assertThat(looks.await(500, TimeUnit.MILLISECONDS)).isFalse();
            return made;
        });

        assertThat(first.isNew()).isTrue();
        assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(new RequestService.Submitted(first.runId(), false));
    }

    @BothDatabases
    void an_approval_goes_over_to_the_equal_request_that_waits(TestDatabase database) {
        Portal portal = new Portal(database, folder);
        long preview = portal.preview(Scope.all());
        long waiting = portal.submit(SYNC).runId();

        assertThat(portal.submit(SYNC.following(preview)).runId()).isEqualTo(waiting);

        assertThat(portal.isApproved(waiting)).isTrue();
        assertThat(portal.audited("run.approved")).isEqualTo(1);
        portal.submit(SYNC.following(preview));
        assertThat(portal.audited("run.approved")).isEqualTo(1);
    }

    @BothDatabases
    void a_plan_on_trial_takes_no_list_of_more_than_twenty_for_real(TestDatabase database) {
        Portal portal = new Portal(database, folder);
        portal.trial = true;
        Scope many = people(21);

        assertThatThrownBy(() -> portal.submit(Asking.of(Limits.PLAN, RunKind.SYNC, many)))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessage("request.refused.trial");

        assertThat(portal.submit(Asking.of(Limits.PLAN, RunKind.PREVIEW, many)).isNew())
                .isTrue();
        assertThat(portal.submit(Asking.of(Limits.PLAN, RunKind.SYNC, people(20)))
                        .isNew())
                .isTrue();
        portal.trial = false;
        assertThat(portal.submit(Asking.of(Limits.PLAN, RunKind.SYNC, many)).isNew())
                .isTrue();
    }

    private static Scope people(int number) {
        return Scope.list(
                IntStream.range(0, number).mapToObj(i -> "person " + i).toList(), "");
    }

    @BothDatabases
    void the_run_of_a_plan_on_trial_is_told_so(TestDatabase database) {
        Portal portal = new Portal(database, folder);
        portal.trial = true;
        long run = portal.submit(SYNC).runId();

        assertThat(portal.spec(run).trial()).isTrue();
        portal.trial = false;
        assertThat(portal.spec(run).trial()).isFalse();
    }

    @BothDatabases
    void everybody_of_a_plan_of_groups_is_the_whole_plan_and_a_group_asked_for_is_not(TestDatabase database) {
        Portal portal = new Portal(database, folder);
        portal.who = new Who(Map.of("sales", "Sales"), Map.of(), Map.of());
        long whole = portal.submit(SYNC).runId();
        long group = portal.submit(Asking.of(Limits.PLAN, RunKind.SYNC, Scope.group("sales", "Sales")))
                .runId();

        assertThat(portal.spec(whole).scope()).isEqualTo(RunScope.wholePlan(Set.of("sales")));
        assertThat(portal.spec(group).scope()).isEqualTo(RunScope.groups(Set.of("sales")));
    }

    @BothDatabases
    void a_preview_approves_for_a_day(TestDatabase database) {
        Portal portal = new Portal(database, folder);
        long preview = portal.preview(Scope.all());

        portal.ended(preview, NOON.minus(Duration.ofHours(25)));
        assertRefused("old-preview", () -> portal.doForReal(preview));
        assertRefused("old-preview", () -> portal.submit(SYNC.following(preview)));

        portal.ended(preview, NOON.minus(Duration.ofHours(23)));
        assertThat(portal.isApproved(portal.doForReal(preview).runId())).isTrue();
    }

    @BothDatabases
    void nothing_but_a_preview_of_the_same_people_that_came_to_its_end_approves(TestDatabase database) {
        Portal portal = new Portal(database, folder);
        long waiting = portal.submit(SYNC).runId();
        long check = portal.submit(Asking.of(Limits.PLAN, RunKind.CHECK, Scope.all()))
                .runId();
        portal.ended(check, NOON);
        long anna = portal.preview(Scope.account("anna", "Anna"));
        long ofOtherPlan = portal.preview(Scope.all());
        portal.jdbi.useHandle(handle -> handle.execute("update run set plan_id = 77 where id = ?", ofOtherPlan));
        long begun = portal.submit(PREVIEW).runId();

        assertRefused("no-run", () -> portal.submit(SYNC.following(7777)));
        assertRefused("no-preview", () -> portal.submit(SYNC.following(begun)));
        assertRefused("no-preview", () -> portal.submit(SYNC.following(check)));
        assertRefused("other-run", () -> portal.submit(SYNC.following(anna)));
        assertRefused("other-run", () -> portal.submit(SYNC.following(ofOtherPlan)));
        assertThat(portal.isApproved(waiting)).isFalse();
        assertThat(portal.audited("run.approved")).isZero();
    }

    @BothDatabases
    void a_preview_that_the_caller_may_not_see_approves_nothing(TestDatabase database) {
        Portal portal = new Portal(database, folder);
        Scope board = Scope.group("board", "Board");
        long preview = portal.preview(board);
        Caller helpdesk = Limits.helpdesk(database, "anna");
        Asking ofGroup = Asking.of(Limits.PLAN, RunKind.SYNC, Scope.group(Limits.HELPDESK.groupId(), "Helpdesk"));

        assertRefused("no-run", () -> helpdesk.asking(() -> portal.service.submit(ofGroup.following(preview))));

        long theirs = helpdesk.asking(() -> portal.service.submit(
                        Asking.of(Limits.PLAN, RunKind.PREVIEW, Scope.group("helpdesk-group", "Us"))))
                .runId();
        portal.ended(theirs, NOON);
        assertThat(portal.isApproved(helpdesk.asking(() -> portal.service.submit(ofGroup.following(theirs)))
                        .runId()))
                .isTrue();
    }

    @BothDatabases
    void a_list_may_be_named_in_another_order_than_in_its_preview(TestDatabase database) {
        Portal portal = new Portal(database, folder);
        long preview = portal.preview(Scope.list(List.of("anna", "budi"), ""));
        Asking sync = Asking.of(Limits.PLAN, RunKind.SYNC, Scope.list(List.of("budi", "anna"), "Two"));

        assertThat(portal.isApproved(portal.submit(sync.following(preview)).runId()))
                .isTrue();
    }

    @BothDatabases
    void nobody_approves_by_saying_so(TestDatabase database) {
        Portal portal = new Portal(database, folder);
        Asking claim = new Asking(Limits.PLAN, RunKind.SYNC, Scope.all(), false, true, "Trust me", Optional.empty());

        assertThat(portal.isApproved(portal.submit(claim).runId())).isFalse();
    }

    @BothDatabases
    void what_follows_a_run_for_another_reason_approves_nothing(TestDatabase database) {
        Portal portal = new Portal(database, folder);
        long done = portal.submit(SYNC).runId();
        portal.ended(done, NOON);
        Scope anna = Scope.account("anna", "Anna");

        long undo = portal.submit(Asking.of(Limits.PLAN, RunKind.UNDO, anna).following(done))
                .runId();
        long preview = portal.submit(PREVIEW.following(done)).runId();

        assertThat(portal.isApproved(undo)).isFalse();
        assertThat(portal.isApproved(preview)).isFalse();
        assertRefused(
                "other-run",
                () -> portal.submit(
                        Asking.of(Limits.PLAN, RunKind.PREVIEW, anna).following(done)));
    }

    @BothDatabases
    void the_preview_of_a_held_run_is_not_held_itself(TestDatabase database) {
        Portal portal = new Portal(database, folder);
        long held = portal.submit(SYNC).runId();
        portal.jdbi.useHandle(
                handle -> handle.execute("update run set state = 'AWAITING_APPROVAL' where id = ?", held));

        assertThat(portal.isApproved(portal.submit(PREVIEW.following(held)).runId()))
                .isTrue();
    }

    @BothDatabases
    void whoever_failed_is_tried_again(TestDatabase database) {
        Portal portal = new Portal(database, folder);
        long run = portal.submit(PREVIEW).runId();
        assertRefused("nobody-failed", () -> portal.retryFailed(run));

        portal.failed(run, 0, Scope.LIST_MAX);
        long again = portal.retryFailed(run).runId();

        assertThat(portal.requests.scope(again).ids()).hasSize(Scope.LIST_MAX);
        assertThat(portal.runs.find(again).orElseThrow().kind()).isEqualTo(RunKind.PREVIEW);
    }

    @BothDatabases
    void more_failures_than_a_list_has_are_not_tried_again_in_part(TestDatabase database) {
        Portal portal = new Portal(database, folder);
        long run = portal.submit(SYNC).runId();

        portal.failed(run, 0, Scope.LIST_MAX + 1);

        assertRefused("many-failed", () -> portal.retryFailed(run));
    }

    private static void assertRefused(String key, ThrowingCallable asking) {
        assertThatThrownBy(asking).isInstanceOf(RequestRefusedException.class).hasMessage("request.refused." + key);
    }

    /** The services on a database, as a person who may do everything finds them. */
    private static final class Portal {
        private final Jdbi jdbi;
        private final RequestRepository requests;
        private final RunRepository runs;
        private final RequestService service;
        private final FollowUpService followUps;
        private Runnable onLook = () -> {};
        private boolean trial;
        private Who who = Who.EVERYBODY;

        Portal(TestDatabase database, Path folder) {
            Limits.plan(database);
            jdbi = Jdbi.create(database.dataSource());
            requests = new RequestRepository(jdbi) {
                @Override
                public Optional<Long> waiting(Asking asking) {
                    Optional<Long> found = super.waiting(asking);
                    onLook.run();
                    return found;
                }
            };
            runs = new RunRepository(jdbi);
            Home home = Home.open(folder.resolve("home").toString());
            Audit audit = new Audit(database.dataSource(), CLOCK, KeyRing.of(Optional.empty(), home));
            service = new RequestService(
                    requests,
                    new OnePlan(this),
                    new SleepingWorkers(),
                    new RequestBorder(new SeenPeopleRepository(jdbi), new FollowedRuns(runs, requests, CLOCK)),
                    audit,
                    CLOCK);
            OutcomeRepository outcomes = new OutcomeRepository(jdbi);
            RunsInSight inSight = new RunsInSight(outcomes, runs, new SightRepository(jdbi));
            followUps = new FollowUpService(runs, inSight, outcomes, requests, service);
        }

        RequestService.Submitted submit(Asking asking) {
            return Caller.trusted(Actor.user("tester")).asking(() -> service.submit(asking));
        }

        RequestService.Submitted doForReal(long preview) {
            return Caller.trusted(Actor.user("tester")).asking(() -> followUps.doForReal(preview));
        }

        RequestService.Submitted retryFailed(long run) {
            return Caller.trusted(Actor.user("tester")).asking(() -> followUps.retryFailed(run));
        }

        /** A preview that has just come to its end. */
        long preview(Scope scope) {
            long preview =
                    submit(Asking.of(Limits.PLAN, RunKind.PREVIEW, scope)).runId();
            ended(preview, NOON);
            return preview;
        }

        void failed(long run, int from, int until) {
            jdbi.useHandle(handle -> {
                PreparedBatch rows = handle.prepareBatch(
                        "insert into run_outcome (run_id, account_id, display_name, outcome, condition, at)"
                                + " values (:run, :id, :id, 'FAILED', 'FAILED', current_timestamp)");
                for (int person = from; person < until; person++) {
                    rows.bind("run", run).bind("id", "person-" + person).add();
                }
                rows.execute();
            });
        }

        boolean isApproved(long run) {
            return requests.allowance(run).approved();
        }

        RunSpec spec(long run) {
            return new RunSpecs(requests, new RunLifecycleRepository(jdbi, CLOCK))
                    .of(new RunRepository(jdbi).find(run).orElseThrow(), plan());
        }

        private Plan plan() {
            return new Plan(
                    Limits.PLAN,
                    0,
                    "Everybody",
                    Limits.SOURCE,
                    Limits.TARGET,
                    true,
                    trial,
                    who,
                    Rules.defaults(),
                    Optional.empty());
        }

        void ended(long run, Instant at) {
            jdbi.useHandle(handle ->
                    handle.execute("update run set state = 'SUCCEEDED', finished_at = ? where id = ?", at, run));
            requests.startWorking(run);
        }

        long audited(String action) {
            return jdbi.withHandle(handle -> handle.createQuery("select count(*) from audit_entry where action = ?")
                    .bind(0, action)
                    .mapTo(Long.class)
                    .one());
        }
    }

    private static final class OnePlan extends PlanService {
        private final Portal portal;

        OnePlan(Portal portal) {
            this.portal = portal;
        }

        @Override
        public Optional<Plan> find(long id) {
            return Optional.of(portal.plan());
        }
    }

    private static final class SleepingWorkers extends PlanWorkers {
        @Override
        public void wake(long planId, Lane lane) {
            // nobody works here
        }
    }
}
