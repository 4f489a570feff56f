package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.photobridge.portal.engine.Lane;
import org.photobridge.portal.engine.Progress;
import org.photobridge.portal.engine.RunCounts;
import org.photobridge.portal.engine.RunSummary;
import org.photobridge.spi.ErrorCategory;

/** Moves runs from state to state; whoever executes a run proves by its epoch that it still may. */
@ApplicationScoped
public class RunLifecycleRepository {

    private static final String PICKABLE = """
             where plan_id = :plan and lane = :lane and (state in ('RUNNING', 'QUEUED')
               or (state = 'WAITING' and waiting_until <= :now))
             order by case state when 'RUNNING' then 0 when 'WAITING' then 1 else 2 end, id
             fetch next 1 rows only""";

    /** What somebody wants of a run that may be running; {@code epoch} tells whether the execution is still the one. */
    record Wishes(long epoch, boolean cancelRequested, boolean pauseRequested) {}

    private final Jdbi jdbi;
    private final Clock clock;

    protected RunLifecycleRepository() {
        this(null, null);
    }

    @Inject
    public RunLifecycleRepository(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Takes the lane's next run: one that was left running, one whose wait is over, or the oldest queued one. The epoch
     * is raised, so that whoever executed it before can store nothing more.
     */
    Optional<RunRow> pick(long planId, Lane lane) {
        return jdbi.inTransaction(handle -> {
            Optional<RunRow> next = next(handle, planId, lane);
            return next.filter(run -> take(handle, run)).flatMap(run -> find(handle, run.id()));
        });
    }

    /** When a waiting run of the lane goes on. */
    Optional<Instant> nextWait(long planId, Lane lane) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select min(waiting_until) from run where plan_id = :plan and lane = :lane and state = 'WAITING'")
                .bind("plan", planId)
                .bind("lane", lane)
                .mapTo(Instant.class)
                .findOne());
    }

    boolean hasNext(long planId, Lane lane) {
        return jdbi.withHandle(handle -> next(handle, planId, lane).isPresent());
    }

    Optional<Wishes> wishes(long runId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select epoch, cancel_requested, pause_requested from run where id = :run")
                        .bind("run", runId)
                        .map((row, context) -> new Wishes(row.getLong(1), row.getBoolean(2), row.getBoolean(3)))
                        .findOne());
    }

    void progress(long runId, long epoch, Progress progress) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update run set step = :step, total = coalesce(:total, total), waiting_until = :until,
                          waiting_for = :waitingFor where id = :run and epoch = :epoch and state = 'RUNNING'""")
                .bind("step", progress.step())
                .bind("total", boxed(progress.total()))
                .bind("until", progress.waitingUntil())
                .bind("waitingFor", Cut.to(200, progress.waitingFor()))
                .bind("run", runId)
                .bind("epoch", epoch)
                .execute());
    }

    /**
     * Stores how an execution ended.
     *
     * @return false if another execution has taken the run meanwhile
     */
    boolean end(long runId, long epoch, RunSummary summary) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update run set state = :state, finished_at = :finished, waiting_until = :until,
                          waiting_for = :waitingFor, problem_category = :category, problem_code = :code,
                          problem_message = :message, listed = coalesce(:listed, listed),
                          times_waited = times_waited + :waited, pause_requested = false
                        where id = :run and epoch = :epoch""")
                        .bind("state", summary.state())
                        .bind("finished", summary.state().isFinal() ? clock.instant() : null)
                        .bind("until", summary.resumeAt())
                        .bind(
                                "waitingFor",
                                summary.resumeAt().isPresent()
                                        ? summary.reason().orElse("")
                                        : "")
                        .bind("category", summary.category().map(ErrorCategory::name))
                        .bind("code", summary.reason())
                        .bind("message", Cut.to(1000, summary.detail()))
                        .bind("listed", boxed(summary.listed()))
                        .bind("waited", summary.resumeAt().isPresent() ? 1 : 0)
                        .bind("run", runId)
                        .bind("epoch", epoch)
                        .execute()
                == 1);
    }

    /** Ends a run that nobody executes. */
    boolean cancelIdle(long runId) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update run set state = 'CANCELLED', cancel_requested = true, finished_at = :now,
                          epoch = epoch + 1, waiting_until = null, waiting_for = null
                        where id = :run and state in ('QUEUED', 'WAITING', 'PAUSED', 'AWAITING_APPROVAL')""")
                        .bind("now", clock.instant())
                        .bind("run", runId)
                        .execute()
                == 1);
    }

    /** Puts a held run into the queue again. */
    boolean queueHeld(long runId) {
        return set(
                runId,
                "state = 'QUEUED', problem_category = null, problem_code = null, problem_message = null",
                "state = 'AWAITING_APPROVAL'");
    }

    /** Ends a held run that somebody doesn't want to go on. */
    boolean rejectHeld(long runId, String code) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update run set state = 'CANCELLED', finished_at = :now, epoch = epoch + 1, problem_code = :code,
                          problem_category = null, problem_message = null
                        where id = :run and state = 'AWAITING_APPROVAL'""")
                        .bind("now", clock.instant())
                        .bind("code", code)
                        .bind("run", runId)
                        .execute()
                == 1);
    }

    /** Asks the execution to stop. */
    boolean requestCancel(long runId) {
        return set(runId, "cancel_requested = true", "state = 'RUNNING'");
    }

    /** Asks the execution to pause; it goes on when somebody says so. */
    boolean requestPause(long runId) {
        return set(runId, "pause_requested = true", "state = 'RUNNING'");
    }

    /** Puts a paused or waiting run into the queue again. */
    boolean queueAgain(long runId) {
        return set(
                runId,
                "state = 'QUEUED', waiting_until = null, waiting_for = null, problem_category = null,"
                        + " problem_code = null, problem_message = null, pause_requested = false",
                "state in ('PAUSED', 'WAITING')");
    }

    /** How many people the plan's last complete listing had; 0 if there was none. */
    long lastListing(long planId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select listed from run where plan_id = :plan and scope_kind = 'ALL' and listed is not null
                        order by id desc fetch next 1 rows only""")
                .bind("plan", planId)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    private boolean set(long runId, String values, String condition) {
        return jdbi.withHandle(
                handle -> handle.createUpdate("update run set " + values + " where id = :run and " + condition)
                                .bind("run", runId)
                                .execute()
                        == 1);
    }

    private Optional<RunRow> next(Handle handle, long planId, Lane lane) {
        return handle.createQuery(RunRepository.SELECT + PICKABLE)
                .bind("plan", planId)
                .bind("lane", lane)
                .bind("now", clock.instant())
                .registerColumnMapper(RunCounts.class, RunRepository.COUNTS)
                .map(ConstructorMapper.of(RunRow.class))
                .findOne();
    }

    private boolean take(Handle handle, RunRow run) {
        return handle.createUpdate("""
                        update run set state = 'RUNNING', epoch = epoch + 1, started_at = coalesce(started_at, :now),
                          waiting_until = null, waiting_for = null where id = :run and epoch = :epoch""")
                        .bind("now", clock.instant())
                        .bind("run", run.id())
                        .bind("epoch", run.epoch())
                        .execute()
                == 1;
    }

    private static Optional<RunRow> find(Handle handle, long runId) {
        return handle.createQuery(RunRepository.SELECT + " where id = :run")
                .bind("run", runId)
                .registerColumnMapper(RunCounts.class, RunRepository.COUNTS)
                .map(ConstructorMapper.of(RunRow.class))
                .findOne();
    }

    private static Long boxed(java.util.OptionalLong number) {
        return number.isPresent() ? (Long) number.getAsLong() : null;
    }
}
