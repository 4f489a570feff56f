package org.photobridge.portal.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.engine.Lane;
import org.photobridge.portal.engine.Rules;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.PlanService;
import org.photobridge.portal.plan.Who;
import org.photobridge.portal.platform.Home;
import org.photobridge.portal.platform.KeyRing;
import org.photobridge.portal.security.Caller;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.Limits;
import org.photobridge.portal.test.TestDatabase;

class RequestServiceTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final Asking SYNC = Asking.of(Limits.PLAN, RunKind.SYNC, Scope.all());

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
        long waiting = portal.submit(SYNC).runId();

        assertThat(portal.submit(SYNC.following(77)).runId()).isEqualTo(waiting);

        assertThat(portal.requests.allowance(waiting).approved()).isTrue();
        assertThat(portal.audited("run.approved")).isEqualTo(1);
        portal.submit(SYNC.following(77));
        assertThat(portal.audited("run.approved")).isEqualTo(1);
    }

    @BothDatabases
    void a_preview_approves_for_a_day(TestDatabase database) {
        Portal portal = new Portal(database, folder);
        long preview = portal.submit(Asking.of(Limits.PLAN, RunKind.PREVIEW, Scope.all()))
                .runId();

        portal.ended(preview, NOON.minus(Duration.ofHours(25)));
        assertThatThrownBy(() -> portal.doForReal(preview))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessage("request.refused.old-preview");

        portal.ended(preview, NOON.minus(Duration.ofHours(23)));
        long real = portal.doForReal(preview).runId();
        assertThat(portal.requests.allowance(real).approved()).isTrue();
    }

    /** The services on a database, as a person who may do everything finds them. */
    private static final class Portal {
        private final Jdbi jdbi;
        private final RequestRepository requests;
        private final RequestService service;
        private final FollowUpService followUps;
        private Runnable onLook = () -> {};

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
            Home home = Home.open(folder.resolve("home").toString());
            Audit audit = new Audit(database.dataSource(), CLOCK, KeyRing.of(Optional.empty(), home));
            service = new RequestService(
                    requests,
                    new OnePlan(),
                    new SleepingWorkers(),
                    new RequestBorder(new SeenPeopleRepository(jdbi)),
                    audit,
                    CLOCK);
            followUps = new FollowUpService(new RunRepository(jdbi), requests, service, CLOCK);
        }

        RequestService.Submitted submit(Asking asking) {
            return Caller.trusted(Actor.user("tester")).asking(() -> service.submit(asking));
        }

        RequestService.Submitted doForReal(long preview) {
            return Caller.trusted(Actor.user("tester")).asking(() -> followUps.doForReal(preview));
        }

        void ended(long run, Instant at) {
            jdbi.useHandle(handle ->
                    handle.execute("update run set state = 'SUCCEEDED', finished_at = ? where id = ?", at, run));
        }

        long audited(String action) {
            return jdbi.withHandle(handle -> handle.createQuery("select count(*) from audit_entry where action = ?")
                    .bind(0, action)
                    .mapTo(Long.class)
                    .one());
        }
    }

    private static final class OnePlan extends PlanService {
        @Override
        public Optional<Plan> find(long id) {
            return Optional.of(new Plan(
                    Limits.PLAN,
                    0,
                    "Everybody",
                    Limits.SOURCE,
                    Limits.TARGET,
                    true,
                    false,
                    Who.EVERYBODY,
                    Rules.defaults(),
                    Optional.empty()));
        }
    }

    private static final class SleepingWorkers extends PlanWorkers {
        @Override
        public void wake(long planId, Lane lane) {
            // nobody works here
        }
    }
}
