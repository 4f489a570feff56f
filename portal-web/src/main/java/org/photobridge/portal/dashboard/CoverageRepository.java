package org.photobridge.portal.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.security.Sight;

/** Counts people by condition, and keeps one such count a day: history can't be made up later. */
@ApplicationScoped
public class CoverageRepository {

    private static final String PEOPLE = """
             from person p left join photo_state s on s.source_connection_id = p.source_connection_id
              and s.account_id = p.account_id and s.target_connection_id = :target
             where p.source_connection_id = :source
            """;

    /** The plan and the two connections that a count is about. */
    record Subject(long planId, long source, long target) {}

    /** How many people were in a condition on a day. */
    record Day(LocalDate day, String condition, long people) {}

    private final Jdbi jdbi;

    protected CoverageRepository() {
        this(null);
    }

    @Inject
    public CoverageRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Map<String, Long> now(Subject subject) {
        Map<String, Long> counts = new TreeMap<>();
        jdbi.useHandle(
                handle -> handle.createQuery("select coalesce(s.condition, 'UNKNOWN') as name, count(*) as people"
                                + PEOPLE + Sight.current().and("p.source_connection_id", "p.account_id")
                                + " group by coalesce(s.condition, 'UNKNOWN')")
                        .bindMap(Sight.current().values())
                        .bind("source", subject.source())
                        .bind("target", subject.target())
                        .map((row, context) -> Map.entry(row.getString("name"), row.getLong("people")))
                        .forEach(entry -> counts.put(entry.getKey(), entry.getValue())));
        return counts;
    }

    /** Keeps how it is now as the day's count; a later one of the same day takes its place. */
    void keep(LocalDate day, Subject subject) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("delete from coverage_snapshot where snapshot_day = :day and plan_id = :plan")
                    .bind("day", day)
                    .bind("plan", subject.planId())
                    .execute();
            handle.createUpdate("""
                            insert into coverage_snapshot (snapshot_day, plan_id, condition, department, people)
                            select cast(:day as date), cast(:plan as bigint), coalesce(s.condition, 'UNKNOWN'),
                              coalesce(p.department, ''), count(*)
                            """ + PEOPLE + " group by coalesce(s.condition, 'UNKNOWN'), coalesce(p.department, '')")
                    .bind("day", day)
                    .bind("plan", subject.planId())
                    .bind("source", subject.source())
                    .bind("target", subject.target())
                    .execute();
        });
    }

    /** The plan's daily counts since a day, by day and condition. */
    List<Day> since(LocalDate day, long planId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select snapshot_day, condition, sum(people) as people from coverage_snapshot
                        where plan_id = :plan and snapshot_day >= :day group by snapshot_day, condition
                        order by snapshot_day, condition""")
                .bind("plan", planId)
                .bind("day", day)
                .map((row, context) -> day(row))
                .list());
    }

    private static Day day(ResultSet row) throws SQLException {
        return new Day(row.getObject(1, LocalDate.class), row.getString(2), row.getLong(3));
    }
}
