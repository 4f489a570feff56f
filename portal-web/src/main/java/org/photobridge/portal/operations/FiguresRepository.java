package org.photobridge.portal.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.photobridge.portal.engine.BudgetUse;

/** Counts what is in the queues. */
@ApplicationScoped
public class FiguresRepository {
    private final Jdbi jdbi;
    private final Clock clock;

    protected FiguresRepository() {
        this(null, null);
    }

    @Inject
    public FiguresRepository(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    private record Due(long tasks, Instant since) {}

    Figures now(List<BudgetUse> budgets) {
        Instant now = clock.instant();
        return jdbi.withHandle(handle -> {
            Due due = due(handle, now);
            return new Figures(
                    runs(handle),
                    oldest(handle, now),
                    due.tasks(),
                    Duration.between(due.since(), now).toSeconds(),
                    budgets);
        });
    }

    private static Map<String, Long> runs(Handle handle) {
        RowMapper<Map.Entry<String, Long>> row =
                (columns, context) -> Map.entry(columns.getString(1), columns.getLong(2));
        return handle.createQuery("""
                        select state, count(*) from run
                        where state in ('QUEUED', 'RUNNING', 'WAITING', 'PAUSED', 'AWAITING_APPROVAL') group by state""").map(row).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Long> oldest(Handle handle, Instant now) {
        RowMapper<Map.Entry<String, Instant>> row = (columns, context) ->
                Map.entry(columns.getString(1), columns.getTimestamp(2).toInstant());
        return handle
                .createQuery("select lane, min(requested_at) from run where state = 'QUEUED' group by lane")
                .map(row)
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        lane -> Duration.between(lane.getValue(), now).toSeconds()));
    }

    private static Due due(Handle handle, Instant now) {
        return handle.createQuery("""
                        select count(*), coalesce(min(execution_time), :now) from scheduled_tasks
                        where picked = false and execution_time <= :now""")
                .bind("now", now)
                .map((columns, context) ->
                        new Due(columns.getLong(1), columns.getTimestamp(2).toInstant()))
                .one();
    }
}
