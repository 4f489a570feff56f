package org.photobridge.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.audit.Pseudonymisation;

/** Finds and removes what the database has of one person. */
@ApplicationScoped
public class ErasureRepository {
    /** Runs of plans that read from the source; of a plan that is gone nobody knows any more from where it read. */
    private static final String RUNS = "(select r.id from run r where r.plan_id in (select p.id from sync_plan p"
            + " where p.source_connection_id = :source) or r.plan_id not in (select p.id from sync_plan p))";

    private static final String OF_PERSON = " where source_connection_id = :source and account_id = :id";
    private static final String IN_RUNS = " where account_id = :id and run_id in " + RUNS;

    private static final String PREVIEWS = " where account_id = :id and (connection_id = :source or connection_id in"
            + " (select p.target_connection_id from sync_plan p where p.source_connection_id = :source))";

    /** Every column of free text that may name a person, beside the audit's. */
    private static final Map<String, List<String>> TEXTS = Map.of(
            "connection_health", List.of("report"),
            "notification", List.of("title", "body", "facts", "error"),
            "run", List.of("scope_label", "reason", "problem_message"),
            "run_decision", List.of("reason"),
            "sync_request", List.of("scope", "scope_label", "reason"));

    /** What tells one row of a table from another, where that isn't {@code id}. */
    private static final Map<String, String> KEYS = Map.of("connection_health", "connection_id");

    /** What there is of a person. */
    public record Traces(long pictures, long previousPictures, long states, long outcomes) {}

    private final Jdbi jdbi;

    protected ErasureRepository() {
        this(null);
    }

    @Inject
    ErasureRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Traces traces(long source, String id) {
        return jdbi.withHandle(handle -> new Traces(
                count(handle, "picture_preview" + PREVIEWS, source, id),
                count(handle, "before_image" + IN_RUNS, source, id),
                count(handle, "photo_state" + OF_PERSON, source, id),
                count(handle, "run_outcome" + IN_RUNS, source, id)));
    }

    /** A run that may write about the person at this moment, or that was asked for them and isn't done. */
    Optional<Long> runInTheWay(long source, String id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select min(r.id) from run r join sync_request q on q.run_id = r.id
                        where r.plan_id in (select p.id from sync_plan p where p.source_connection_id = :source)
                          and (r.state = 'RUNNING' or r.state in ('QUEUED', 'WAITING', 'PAUSED', 'AWAITING_APPROVAL')
                            and q.scope like :quoted escape '!')""")
                .bind("source", source)
                .bind("quoted", "%\"" + id.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "\"%")
                .mapTo(Long.class)
                .findOne());
    }

    /** Names under which the person was recorded; they may have changed since. */
    Set<String> formerNames(long source, String id) {
        return jdbi.withHandle(handle -> {
            Set<String> names = new HashSet<>(
                    strings(handle, "select distinct display_name from run_outcome" + IN_RUNS, source, id));
            names.addAll(strings(handle, "select distinct display_name from run_hold_person" + IN_RUNS, source, id));
            names.addAll(strings(handle, "select account_name from protected_account" + OF_PERSON, source, id));
            names.addAll(handle.createQuery("select distinct subject_name from audit_entry"
                            + " where subject_kind = 'person' and subject_id = :id")
                    .bind("id", id)
                    .mapTo(String.class)
                    .list());
            names.addAll(strings(
                    handle,
                    "select distinct account_name from plan_excluded where account_id = :id and plan_id in"
                            + " (select p.id from sync_plan p where p.source_connection_id = :source)",
                    source,
                    id));
            return names;
        });
    }

    /** Removes pictures, states, protection and the person; puts the pseudonym into what is left. */
    void erase(long source, String id, Pseudonymisation person) {
        jdbi.useHandle(handle -> {
            delete(handle, "picture_preview" + PREVIEWS, source, id);
            delete(handle, "before_image" + IN_RUNS, source, id);
            delete(handle, "run_hold_person" + IN_RUNS, source, id);
            delete(handle, "photo_state" + OF_PERSON, source, id);
            delete(handle, "protected_account" + OF_PERSON, source, id);
            delete(handle, "person" + OF_PERSON, source, id);
            delete(handle, "people_limit_member where connection_id = :source and account_id = :id", source, id);
            handle.createUpdate(
                            "update run_outcome set account_id = :pseudonym, display_name = :pseudonym, detail = null"
                                    + IN_RUNS)
                    .bind("pseudonym", person.pseudonym())
                    .bind("source", source)
                    .bind("id", id)
                    .execute();
            TEXTS.forEach((table, columns) -> columns.forEach(column -> rewrite(handle, table, column, person)));
        });
    }

    /** Takes the person out of the plans' lists of whom to leave out, or leaves nothing there but the source's id. */
    void forgetExclusion(long source, String id, boolean keepId, String pseudonym) {
        String those = " where account_id = :id and plan_id in (select p.id from sync_plan p"
                + " where p.source_connection_id = :source)";
        jdbi.useHandle(handle -> {
            int changed = keepId
                    ? handle.createUpdate("update plan_excluded set account_name = :name" + those)
                            .bind("name", pseudonym)
                            .bind("source", source)
                            .bind("id", id)
                            .execute()
                    : delete(handle, "plan_excluded" + those, source, id);
            if (changed > 0) {
                // Whoever has a plan open mustn't save the name again.
                handle.createUpdate("update sync_plan set version = version + 1 where source_connection_id = :source")
                        .bind("source", source)
                        .execute();
            }
        });
    }

    /** Leaves the person out of every plan of the source, by nothing but the source's id. */
    void exclude(long source, String id, String pseudonym) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into plan_excluded (plan_id, account_id, account_name)
                        select p.id, :id, :name from sync_plan p where p.source_connection_id = :source
                          and not exists (select 1 from plan_excluded e where e.plan_id = p.id and e.account_id = :id)""")
                .bind("source", source)
                .bind("id", id)
                .bind("name", pseudonym)
                .execute());
    }

    private static void rewrite(Handle handle, String table, String column, Pseudonymisation person) {
        String key = KEYS.getOrDefault(table, "id");
        handle
                .createQuery("select " + key + ", " + column + " from " + table + " where " + column + " <> ''")
                .setFetchSize(1000)
                .map((row, context) -> Map.entry(row.getLong(1), row.getString(2)))
                .stream()
                .filter(row -> person.isNamedIn(row.getValue()))
                .toList()
                .forEach(row -> handle.createUpdate(
                                "update " + table + " set " + column + " = :text where " + key + " = :row")
                        .bind("text", person.in(row.getValue()))
                        .bind("row", row.getKey())
                        .execute());
    }

    private static long count(Handle handle, String what, long source, String id) {
        return handle.createQuery("select count(*) from " + what)
                .bind("source", source)
                .bind("id", id)
                .mapTo(Long.class)
                .one();
    }

    private static int delete(Handle handle, String what, long source, String id) {
        return handle.createUpdate("delete from " + what)
                .bind("source", source)
                .bind("id", id)
                .execute();
    }

    private static List<String> strings(Handle handle, String sql, long source, String id) {
        return handle.createQuery(sql)
                .bind("source", source)
                .bind("id", id)
                .mapTo(String.class)
                .list();
    }
}
