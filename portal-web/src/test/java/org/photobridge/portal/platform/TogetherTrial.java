package org.photobridge.portal.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.DatabaseMetaData;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.plan.PlanService;
import org.photobridge.portal.plan.ProtectionService;
import org.photobridge.portal.retention.RetentionService;

/** Changes something by JPA and something by JDBC through services, each with its entry, in one transaction. */
@ApplicationScoped
public class TogetherTrial {
    @Inject
    private ProtectionService protection;

    @Inject
    private RetentionService retention;

    @Inject
    private PlanService plans;

    @Inject
    private Jdbi jdbi;

    @Inject
    private TransactionEnd end;

    @PersistenceContext(unitName = "portal")
    private EntityManager entities;

    @Transactional
    public void change(String person, int days) {
        protection.protect(source(), person, person, "A test");
        retention.save(Map.of(Keeping.HEALTH, days));
    }

    @Transactional
    public void changeAndFail(String person, int days) {
        change(person, days);
        throw new IllegalStateException("on purpose");
    }

    /** The audit has lost its end when its turn comes. */
    @Transactional
    public void changeWithoutAudit(String person, int days) {
        change(person, days);
        jdbi.useHandle(handle -> handle.execute("delete from audit_head"));
    }

    /** Which connections JDBC, an entity, JDBC after it and the end of the transaction go through. */
    @Transactional
    public List<String> connections(String person) {
        List<String> connections = new CopyOnWriteArrayList<>();
        String session =
                isPostgres() ? "select cast(pg_backend_pid() as varchar)" : "select cast(session_id() as varchar)";
        end.before(handle ->
                connections.add(handle.createQuery(session).mapTo(String.class).one()));
        connections.add(jdbi.withHandle(
                handle -> handle.createQuery(session).mapTo(String.class).one()));
        protection.protect(source(), person, person, "A test");
        entities.flush();
        connections.add((String) entities.createNativeQuery(session).getSingleResult());
        connections.add(jdbi.withHandle(
                handle -> handle.createQuery(session).mapTo(String.class).one()));
        return connections;
    }

    private boolean isPostgres() {
        return "PostgreSQL"
                .equals(jdbi.withHandle(handle -> handle.queryMetadata(DatabaseMetaData::getDatabaseProductName)));
    }

    @Transactional
    public void release(String person) {
        protection.release(source(), person, "The test is over");
    }

    /** What is left of {@link #change}. */
    String left(String person) {
        boolean isProtected = protection.find(source(), person).isPresent();
        long entries = jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from audit_entry where subject_id = :person")
                        .bind("person", person)
                        .mapTo(Long.class)
                        .one());
        return isProtected + " " + retention.current().get(Keeping.HEALTH) + " " + entries;
    }

    int days() {
        return retention.current().get(Keeping.HEALTH);
    }

    long changesOfRetention() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from audit_entry where action = 'retention.changed'")
                        .mapTo(Long.class)
                        .one());
    }

    private long source() {
        return plans.list().get(0).sourceConnection();
    }
}
