package org.photobridge.portal.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.photobridge.portal.connection.Connections;
import org.photobridge.portal.provider.EndLease;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;
import org.photobridge.spi.Account;
import org.photobridge.spi.AccountPage;
import org.photobridge.spi.AccountQuery;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.PageRequest;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.ProviderException;

/** Counts for how many people a plan is: everybody as last listed; members of groups by asking the directory now. */
@ApplicationScoped
public class PlanReach {
    private static final int PAGE = 500;

    /** Beyond this the exact number doesn't matter, and nobody should wait for it. */
    private static final int ENOUGH = 5000;

    @Inject
    private Connections connections;

    @Inject
    private Instance<PeopleListed> listed;

    /** How many people; empty if that can't be said now. */
    public OptionalLong people(long sourceConnection, Who who) {
        Access.require(Role.ADMIN);
        Predicate<Account> fits = account -> !who.excluded().containsKey(account.id()) && isWanted(account, who);
        if (who.isEverybody()) {
            return listed.isResolvable() ? listed.get().count(sourceConnection, fits) : OptionalLong.empty();
        }
        try {
            return OptionalLong.of(members(sourceConnection, who.groups().keySet(), fits));
        } catch (ProviderException e) {
            return OptionalLong.empty(); // the connection's own page says what is wrong with it
        }
    }

    private long members(long sourceConnection, Set<String> groups, Predicate<Account> fits) {
        Set<String> found = new HashSet<>();
        try (EndLease<PhotoSource> lease = connections.openSource(sourceConnection)) {
            for (String group : groups) {
                add(found, lease.end(), group, fits);
            }
        }
        return found.size();
    }

    private void add(Set<String> found, PhotoSource source, String group, Predicate<Account> fits) {
        CallContext call = connections.shortCall("reach");
        Optional<PageRequest> next = Optional.of(PageRequest.first(PAGE));
        while (next.isPresent() && found.size() < ENOUGH) {
            PageRequest asked = next.get();
            AccountPage page = source.listAccounts(AccountQuery.inGroup(group), asked, call);
            page.accounts().stream().filter(fits).map(Account::id).forEach(found::add);
            next = page.next().map(asked::next);
        }
    }

    /** As the engine does it: one of the wanted values for each attribute, in any case. */
    private static boolean isWanted(Account account, Who who) {
        for (Map.Entry<String, Set<String>> wanted : who.onlyWith().entrySet()) {
            String value = account.attributes().getOrDefault(wanted.getKey(), "");
            if (wanted.getValue().stream().noneMatch(value::equalsIgnoreCase)) {
                return false;
            }
        }
        return true;
    }
}
