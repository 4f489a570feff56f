package org.photobridge.portal.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.DatabaseMetaData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Looks up for support how the database and the queue are; no person's data. */
@ApplicationScoped
public class SupportRepository {
    private static final List<String> COUNTED = List.of(
            "person",
            "photo_state",
            "sync_request",
            "run",
            "run_outcome",
            "before_image",
            "picture_preview",
            "audit_entry");

    private final Jdbi jdbi;

    protected SupportRepository() {
        this(null);
    }

    @Inject
    public SupportRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Map<String, Object> database() {
        return jdbi.withHandle(handle -> {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put(
                    "product",
                    handle.queryMetadata(DatabaseMetaData::getDatabaseProductName) + " "
                            + handle.queryMetadata(DatabaseMetaData::getDatabaseProductVersion));
            facts.put(
                    "tables at version",
                    handle.createQuery("""
                            select "version" from "flyway_schema_history" where "success" = true
                            order by "installed_rank" desc fetch next 1 rows only""").mapTo(String.class).one());
            for (String table : COUNTED) {
                facts.put(
                        table,
                        handle.createQuery("select count(*) from " + table)
                                .mapTo(Long.class)
                                .one());
            }
            return facts;
        });
    }

    /** Every task with when it is due and how it went last. */
    List<Map<String, Object>> tasks() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select task_name, task_instance, execution_time, picked, picked_by, last_success, last_failure,
                          consecutive_failures, last_heartbeat
                        from scheduled_tasks order by execution_time fetch next 500 rows only""").mapToMap().list());
    }
}
