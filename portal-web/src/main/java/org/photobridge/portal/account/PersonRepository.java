package org.photobridge.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.photobridge.portal.job.AccountJson;
import org.photobridge.portal.security.Sight;
import org.photobridge.spi.Account;

/** Reads the table of people, as last listed, together with what is known of their pictures. */
@ApplicationScoped
public class PersonRepository {

    private static final String COLUMNS = """
            select p.account_id, p.display_name, coalesce(p.user_principal_name, '') as user_principal_name,
              coalesce(p.email, '') as email, coalesce(p.department, '') as department,
              coalesce(p.job_title, '') as job_title, p.facts, coalesce(s.condition, 'UNKNOWN') as condition,
              coalesce(s.last_outcome, '') as outcome, coalesce(s.reason_code, '') as reason_code, s.last_checked_at,
              s.last_written_at, s.source_first_seen_at as first_seen_at, coalesce(s.last_run_id, 0) as last_run_id,
              coalesce(s.kept_by, '') as kept_by, s.kept_at,
              coalesce((select v.etag from picture_preview v where v.connection_id = p.source_connection_id
                and v.account_id = p.account_id), '') as source_tag,
              coalesce((select v.etag from picture_preview v where v.connection_id = :target
                and v.account_id = p.account_id), '') as target_tag
            """;

    private static final String FROM = """
             from person p left join photo_state s on s.source_connection_id = p.source_connection_id
              and s.account_id = p.account_id and s.target_connection_id = :target
             where p.source_connection_id = :source
            """;

    /** Databases bound the number of values that one query may name. */
    private static final int AT_ONCE = 500;

    private final Jdbi jdbi;

    protected PersonRepository() {
        this(null);
    }

    @Inject
    public PersonRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One page of people by name. */
    public List<PersonRow> find(Ends ends, PeopleFilter filter, int first, int size) {
        String sql = COLUMNS + from() + where(filter)
                + " order by lower(p.display_name), p.account_id offset :first rows fetch next :size rows only";
        return jdbi.withHandle(handle -> bound(handle, sql, ends, filter)
                .bind("first", first)
                .bind("size", size)
                .map(ConstructorMapper.of(PersonRow.class))
                .list());
    }

    public long count(Ends ends, PeopleFilter filter) {
        String sql = "select count(*) " + from() + where(filter);
        return jdbi.withHandle(
                handle -> bound(handle, sql, ends, filter).mapTo(Long.class).one());
    }

    /** How many people are in each condition; only conditions that somebody is in. */
    public Map<String, Long> conditions(Ends ends) {
        String sql = "select coalesce(s.condition, 'UNKNOWN') as name, count(*) as people " + from()
                + " group by coalesce(s.condition, 'UNKNOWN')";
        Map<String, Long> counts = new TreeMap<>();
        jdbi.useHandle(handle -> bound(handle, sql, ends, PeopleFilter.EVERYBODY)
                .mapToMap()
                .forEach(row -> counts.put((String) row.get("name"), ((Number) row.get("people")).longValue())));
        return counts;
    }

    public List<String> departments(long sourceConnectionId) {
        return jdbi.withHandle(handle -> handle.createQuery("select distinct department from person"
                        + " where source_connection_id = :source and department <> ''"
                        + inSight() + " order by department")
                .bind("source", sourceConnectionId)
                .bindMap(Sight.current().values())
                .mapTo(String.class)
                .list());
    }

    public Optional<PersonRow> row(Ends ends, String accountId) {
        return jdbi.withHandle(
                handle -> bound(handle, COLUMNS + from() + " and p.account_id = :id", ends, PeopleFilter.EVERYBODY)
                        .bind("id", accountId)
                        .map(ConstructorMapper.of(PersonRow.class))
                        .findOne());
    }

    /** The account as the source last gave it. */
    public Optional<Account> account(long sourceConnectionId, String accountId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select account from person where source_connection_id = :source and account_id = :id"
                                + inSight())
                .bind("source", sourceConnectionId)
                .bindMap(Sight.current().values())
                .bind("id", accountId)
                .mapTo(String.class)
                .findOne()
                .map(AccountJson::read));
    }

    /** Everybody whom one of these may mean: a stable id, object id, UPN, e-mail address or whole name, in any case. */
    public List<Account> candidates(long sourceConnectionId, List<String> identifiers) {
        List<String> lower = identifiers.stream()
                .map(identifier -> identifier.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        List<Account> found = new ArrayList<>();
        for (int from = 0; from < lower.size(); from += AT_ONCE) {
            found.addAll(among(sourceConnectionId, lower.subList(from, Math.min(lower.size(), from + AT_ONCE))));
        }
        return found;
    }

    private List<Account> among(long sourceConnectionId, List<String> lower) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select account from person where source_connection_id = :source and (lower(account_id) in (<ids>)
                          or lower(object_id) in (<ids>) or lower(user_principal_name) in (<ids>)
                          or lower(email) in (<ids>) or lower(display_name) in (<ids>))
                        """ + inSight() + " order by account_id")
                .bind("source", sourceConnectionId)
                .bindMap(Sight.current().values())
                .bindList("ids", lower)
                .mapTo(String.class)
                .map(AccountJson::read)
                .list());
    }

    /** The lines of these people, by name; nothing for whom the table doesn't know. */
    public List<PersonRow> rows(Ends ends, List<String> accountIds) {
        List<PersonRow> rows = new ArrayList<>();
        for (int from = 0; from < accountIds.size(); from += AT_ONCE) {
            List<String> some = accountIds.subList(from, Math.min(accountIds.size(), from + AT_ONCE));
            String sql = COLUMNS + from() + " and p.account_id in (<some>)";
            rows.addAll(jdbi.withHandle(handle -> bound(handle, sql, ends, PeopleFilter.EVERYBODY)
                    .bindList("some", some)
                    .map(ConstructorMapper.of(PersonRow.class))
                    .list()));
        }
        rows.sort(Comparator.comparing(row -> row.displayName().toLowerCase(Locale.ROOT)));
        return rows;
    }

    /** People whom the caller may see, and nobody else: every query of this class says so. */
    private static String from() {
        return FROM + Sight.current().and("p.source_connection_id", "p.account_id");
    }

    private static String inSight() {
        return Sight.current().and("person.source_connection_id", "person.account_id");
    }

    private static Query bound(Handle handle, String sql, Ends ends, PeopleFilter filter) {
        Query query = handle.createQuery(sql)
                .bind("source", ends.sourceConnectionId())
                .bind("target", ends.targetConnectionId())
                .bindMap(Sight.current().values());
        if (!filter.text().isEmpty()) {
            query.bind("text", "%" + escaped(filter.text().toLowerCase(Locale.ROOT)) + "%")
                    .bind("exact", filter.text().toLowerCase(Locale.ROOT));
        }
        if (!filter.conditions().isEmpty()) {
            query.bindList("conditions", List.copyOf(filter.conditions()));
        }
        if (!filter.department().isEmpty()) {
            query.bind("department", filter.department());
        }
        return query;
    }

    private static String where(PeopleFilter filter) {
        StringBuilder where = new StringBuilder();
        if (!filter.text().isEmpty()) {
            where.append(" and (p.search_text like :text escape '!' or lower(p.object_id) = :exact)");
        }
        if (!filter.conditions().isEmpty()) {
            where.append(" and coalesce(s.condition, 'UNKNOWN') in (<conditions>)");
        }
        if (!filter.department().isEmpty()) {
            where.append(" and p.department = :department");
        }
        return where.toString();
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
