package org.photobridge.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.job.AccountJson;
import org.photobridge.portal.plan.PeopleListed;
import org.photobridge.spi.Account;

/** Counts the people of a source as it last listed them. */
@ApplicationScoped
public class PeopleListedRepository implements PeopleListed {
    private static final int AT_ONCE = 500;

    private final Jdbi jdbi;

    protected PeopleListedRepository() {
        this(null);
    }

    @Inject
    public PeopleListedRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public OptionalLong count(long sourceConnection, Predicate<Account> fits) {
        long[] counts = jdbi.withHandle(handle -> handle.createQuery(
                        "select account from person where source_connection_id = :source")
                .setFetchSize(AT_ONCE)
                .bind("source", sourceConnection)
                .mapTo(String.class)
                .reduce(new long[2], (sums, json) ->
                        new long[] {sums[0] + 1, sums[1] + (fits.test(AccountJson.read(json)) ? 1 : 0)}));
        return counts[0] == 0 ? OptionalLong.empty() : OptionalLong.of(counts[1]);
    }
}
