package org.photobridge.portal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Finds entries of the audit, the newest first. */
@ApplicationScoped
public class AuditSearchRepository {
    private static final String ANYWHERE = " and (lower(subject_name) like :text escape '!'"
            + " or lower(before_value) like :text escape '!' or lower(after_value) like :text escape '!'"
            + " or lower(reason) like :text escape '!' or lower(actor_name) like :text escape '!'"
            + " or request_id = :exact or address = :exact)";

    private final Jdbi jdbi;

    /** For the container's proxy only. */
    protected AuditSearchRepository() {
        this.jdbi = null;
    }

    @Inject
    public AuditSearchRepository(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    public List<AuditRow> find(AuditFilter filter, int first, int most) {
        String sql = AuditRepository.SELECT + where(filter)
                + " order by chain_number desc offset :first rows fetch next :most rows only";
        return jdbi.withHandle(handle -> bound(handle, sql, filter)
                .bind("first", first)
                .bind("most", most)
                .map(AuditRepository::row)
                .list());
    }

    /** The next entries that are older than one, for reading all of them while others are added. */
    public List<AuditRow> before(AuditFilter filter, long number, int most) {
        String sql = AuditRepository.SELECT + where(filter)
                + " and chain_number < :before order by chain_number desc fetch next :most rows only";
        return jdbi.withHandle(handle -> bound(handle, sql, filter)
                .bind("before", number)
                .bind("most", most)
                .map(AuditRepository::row)
                .list());
    }

    public long count(AuditFilter filter) {
        String sql = "select count(*) from audit_entry" + where(filter);
        return jdbi.withHandle(
                handle -> bound(handle, sql, filter).mapTo(Long.class).one());
    }

    public Optional<AuditRow> row(long number) {
        return jdbi.withHandle(handle -> handle.createQuery(AuditRepository.SELECT + " where chain_number = :number")
                .bind("number", number)
                .map(AuditRepository::row)
                .findOne());
    }

    /** Every action that was recorded, by name. */
    public List<String> actions() {
        return jdbi.withHandle(handle -> handle.createQuery("select distinct action from audit_entry order by action")
                .mapTo(String.class)
                .list());
    }

    private static String where(AuditFilter filter) {
        StringBuilder where = new StringBuilder(" where chain_number is not null");
        filter.from().ifPresent(from -> where.append(" and at >= :from"));
        filter.until().ifPresent(until -> where.append(" and at < :until"));
        append(where, filter.actor(), " and lower(actor_name) like :actor escape '!'");
        append(where, filter.action(), " and action = :action");
        append(where, filter.subject(), " and (subject_id = :id or lower(subject_name) like :subject escape '!')");
        append(where, filter.text(), ANYWHERE);
        return where.toString();
    }

    private static void append(StringBuilder where, String asked, String condition) {
        if (!asked.isEmpty()) {
            where.append(condition);
        }
    }

    private static Query bound(Handle handle, String sql, AuditFilter filter) {
        Query query = handle.createQuery(sql);
        filter.from().ifPresent(from -> query.bind("from", from));
        filter.until().ifPresent(until -> query.bind("until", until));
        bind(query, "actor", filter.actor(), like(filter.actor()));
        bind(query, "action", filter.action(), filter.action());
        bind(query, "subject", filter.subject(), like(filter.subject()));
        bind(query, "id", filter.subject(), filter.subject());
        bind(query, "text", filter.text(), like(filter.text()));
        bind(query, "exact", filter.text(), filter.text());
        return query;
    }

    private static void bind(Query query, String name, String asked, String value) {
        if (!asked.isEmpty()) {
            query.bind(name, value);
        }
    }

    private static String like(String text) {
        String escaped = text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + escaped + "%";
    }
}
