package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.photobridge.portal.security.Sight;
import org.photobridge.spi.Account;
import org.photobridge.spi.IdentifierType;

/** Keeps the table of people up to date with what sources list. */
@ApplicationScoped
public class SeenPeopleRepository {

    private static final String UPDATE = """
            update person set display_name = :displayName, user_principal_name = :upn, email = :email,
              object_id = :objectId, department = :department, job_title = :jobTitle, company = :company,
              country = :country, preferred_language = :language, facts = :facts, account = :account,
              search_text = :searchText, last_listed_at = :now
            where source_connection_id = :source and account_id = :accountId""";

    private static final String INSERT = """
            insert into person (source_connection_id, account_id, display_name, user_principal_name, email, object_id,
              department, job_title, company, country, preferred_language, facts, account, search_text,
              first_seen_at, last_listed_at)
            values (:source, :accountId, :displayName, :upn, :email, :objectId, :department, :jobTitle, :company,
              :country, :language, :facts, :account, :searchText, :now, :now)""";

    /** Databases bound the number of values that one query may name. */
    private static final int AT_ONCE = 500;

    private final Jdbi jdbi;

    protected SeenPeopleRepository() {
        this(null);
    }

    @Inject
    public SeenPeopleRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Stores what a source listed just now; texts that are too long for their column are cut. */
    public void seen(long sourceConnectionId, List<Account> accounts, Instant now) {
        if (!accounts.isEmpty()) {
            jdbi.useHandle(handle -> seen(handle, sourceConnectionId, accounts, now));
        }
    }

    /** The same, on a connection that is open already. */
    static void seen(Handle handle, long source, List<Account> accounts, Instant now) {
        int[] updated = run(handle, UPDATE, source, accounts, now);
        List<Account> missing = new ArrayList<>();
        for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                missing.add(accounts.get(i));
            }
        }
        if (!missing.isEmpty()) {
            run(handle, INSERT, source, missing, now);
        }
    }

    /**
     * The stable ids of people whom the caller may see, by what names them: a stable id, object id, UPN or e-mail
     * address, in any case. What names nobody, or more than one, isn't in the answer.
     */
    Map<String, String> idsInSight(long sourceConnectionId, List<String> identifiers) {
        Map<String, Set<String>> found = new HashMap<>();
        for (int from = 0; from < identifiers.size(); from += AT_ONCE) {
            List<String> some = identifiers.subList(from, Math.min(identifiers.size(), from + AT_ONCE));
            named(sourceConnectionId, some)
                    .forEach(names -> names.forEach(name ->
                            found.computeIfAbsent(name, any -> new HashSet<>()).add(names.get(0))));
        }
        Map<String, String> ids = new HashMap<>();
        identifiers.forEach(one -> {
            Set<String> meant = new HashSet<>(found.getOrDefault(one.toLowerCase(Locale.ROOT), Set.of()));
            meant.addAll(found.getOrDefault(one, Set.of()));
            if (meant.size() == 1) {
                ids.put(one, meant.iterator().next());
            }
        });
        return ids;
    }

    /** The stable id of each person, and all their names in lower case. */
    private List<List<String>> named(long sourceConnectionId, List<String> identifiers) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select account_id, lower(account_id), lower(coalesce(object_id, '')),
                          lower(coalesce(user_principal_name, '')), lower(coalesce(email, ''))
                        from person where source_connection_id = :source and (lower(account_id) in (<ids>)
                          or lower(object_id) in (<ids>) or lower(user_principal_name) in (<ids>)
                          or lower(email) in (<ids>))""" + Sight.current().and("person.source_connection_id", "person.account_id"))
                .bind("source", sourceConnectionId)
                .bindList(
                        "ids",
                        identifiers.stream()
                                .map(one -> one.toLowerCase(Locale.ROOT))
                                .distinct()
                                .toList())
                .bindMap(Sight.current().values())
                .map((row, context) -> List.of(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                .list());
    }

    private static int[] run(Handle handle, String sql, long source, List<Account> accounts, Instant now) {
        try (PreparedBatch batch = handle.prepareBatch(sql)) {
            accounts.forEach(account -> bind(batch, source, account, now));
            return batch.execute();
        }
    }

    private static void bind(PreparedBatch batch, long source, Account account, Instant now) {
        batch.bind("source", source)
                .bind("accountId", account.id())
                .bind("displayName", cut(account.displayName(), 400))
                .bind("upn", identifier(account, IdentifierType.USER_PRINCIPAL_NAME))
                .bind("email", identifier(account, IdentifierType.EMAIL))
                .bind("objectId", identifier(account, IdentifierType.OBJECT_ID))
                .bind("department", attribute(account, Account.Attribute.DEPARTMENT, 200))
                .bind("jobTitle", attribute(account, Account.Attribute.JOB_TITLE, 200))
                .bind("company", attribute(account, Account.Attribute.COMPANY, 200))
                .bind("country", attribute(account, Account.Attribute.COUNTRY, 100))
                .bind("language", attribute(account, Account.Attribute.PREFERRED_LANGUAGE, 40))
                .bind("facts", facts(account))
                .bind("account", AccountJson.write(account))
                .bind("searchText", searchText(account))
                .bind("now", now)
                .add();
    }

    private static String facts(Account account) {
        return account.facts().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    private static String searchText(Account account) {
        String all = account.displayName()
                + "\n" + identifier(account, IdentifierType.USER_PRINCIPAL_NAME)
                + "\n" + identifier(account, IdentifierType.EMAIL);
        return cut(all.toLowerCase(Locale.ROOT), 1300);
    }

    private static String identifier(Account account, IdentifierType type) {
        return cut(account.identifier(type).orElse(""), type == IdentifierType.OBJECT_ID ? 100 : 400);
    }

    private static String attribute(Account account, String name, int most) {
        return cut(account.attribute(name).orElse(""), most);
    }

    private static String cut(String text, int most) {
        return Cut.to(most, text);
    }
}
