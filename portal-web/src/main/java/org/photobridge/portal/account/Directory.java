package org.photobridge.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.photobridge.portal.connection.Connections;
import org.photobridge.portal.job.SeenPeopleRepository;
import org.photobridge.portal.provider.EndLease;
import org.photobridge.portal.security.SightRepository;
import org.photobridge.spi.Account;
import org.photobridge.spi.AccountPage;
import org.photobridge.spi.AccountQuery;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Capability;
import org.photobridge.spi.Group;
import org.photobridge.spi.GroupPage;
import org.photobridge.spi.GroupQuery;
import org.photobridge.spi.PageRequest;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.ProviderException;

/** Asks a source's directory live, while a person waits; whoever is found is kept in the table of people. */
@ApplicationScoped
class Directory implements GroupMembers {

    private static final int PAGE = 100;
    private static final int BACKGROUND_PAGE = 500;
    private static final int THESE = 20;

    /** People who were listed, and whether there are more. */
    record Listed(List<Account> people, boolean complete) {}

    /** Groups that were listed, and whether there are more. */
    record Groups(List<Group> groups, boolean complete) {}

    @Inject
    private Connections connections;

    @Inject
    private LiveCalls calls;

    @Inject
    private SeenPeopleRepository seen;

    @Inject
    private SightRepository sight;

    @Inject
    private Clock clock;

    /**
     * People whose name or address begins with this text; nobody if the source can't search.
     *
     * @throws ProviderException if the source can't be asked
     */
    List<Account> search(long connection, String text) {
        try (EndLease<PhotoSource> lease = connections.openSource(connection)) {
            if (!lease.end().capabilities().contains(Capability.SEARCH)) {
                return List.of();
            }
            return list(lease.end(), connection, AccountQuery.search(text), PAGE)
                    .people();
        }
    }

    /**
     * Exactly these people, by stable id, UPN or e-mail address; whom the source doesn't know is missing.
     *
     * @throws ProviderException if the source can't be asked
     */
    List<Account> these(long connection, List<String> identifiers) {
        List<Account> found = new ArrayList<>();
        try (EndLease<PhotoSource> lease = connections.openSource(connection)) {
            for (int from = 0; from < identifiers.size(); from += THESE) {
                List<String> some = identifiers.subList(from, Math.min(identifiers.size(), from + THESE));
                found.addAll(list(lease.end(), connection, AccountQuery.these(some), THESE * 2)
                        .people());
            }
        }
        return found;
    }

    /**
     * A group's members, those of nested groups included.
     *
     * @throws ProviderException if the source can't be asked
     */
    Listed members(long connection, String groupId, int most) {
        try (EndLease<PhotoSource> lease = connections.openSource(connection)) {
            return list(lease.end(), connection, AccountQuery.inGroup(groupId), most);
        }
    }

    /** All of them, however many, for work in the background; they are in the table of people from then on. */
    @Override
    public Set<String> idsOf(long connection, String groupId) {
        try (EndLease<PhotoSource> lease = connections.openSource(connection)) {
            return calls.inBackground(lease.end(), call -> idsOf(lease.end(), connection, groupId, call));
        }
    }

    private Set<String> idsOf(PhotoSource source, long connection, String groupId, CallContext call) {
        Set<String> ids = new HashSet<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(BACKGROUND_PAGE));
        while (next.isPresent()) {
            PageRequest wanted = next.get();
            AccountPage page = source.listAccounts(AccountQuery.inGroup(groupId), wanted, call);
            keep(connection, page.accounts());
            page.accounts().forEach(account -> ids.add(account.id()));
            next = page.next().map(wanted::next);
        }
        return ids;
    }

    /**
     * Groups whose name has a word that begins with this text; the first ones of all if it is empty.
     *
     * @throws ProviderException if the source can't be asked
     */
    Groups groups(long connection, String text) {
        GroupQuery query = text.isEmpty() ? GroupQuery.all() : GroupQuery.search(text);
        try (EndLease<PhotoSource> lease = connections.openSource(connection)) {
            return lease.end().capabilities().contains(Capability.GROUPS)
                    ? groups(lease.end(), query)
                    : new Groups(List.of(), true);
        }
    }

    /**
     * The group of this id.
     *
     * @throws ProviderException if the source can't be asked
     */
    Optional<Group> group(long connection, String groupId) {
        try (EndLease<PhotoSource> lease = connections.openSource(connection)) {
            return groups(lease.end(), GroupQuery.byId(groupId)).groups().stream()
                    .findFirst();
        }
    }

    private Groups groups(PhotoSource source, GroupQuery query) {
        return calls.within(source, call -> {
            List<Group> groups = new ArrayList<>();
            PageRequest wanted = PageRequest.first(PAGE);
            GroupPage page = source.listGroups(query, wanted, call);
            groups.addAll(page.groups());
            while (page.next().isPresent() && groups.size() < PAGE) {
                page = source.listGroups(query, wanted.next(page.next().get()), call);
                groups.addAll(page.groups());
            }
            return new Groups(List.copyOf(groups), page.next().isEmpty());
        });
    }

    private Listed list(PhotoSource source, long connection, AccountQuery query, int most) {
        Listed listed = calls.within(source, call -> pages(source, query, most, call));
        keep(connection, listed.people());
        return inSight(connection, listed);
    }

    /** The directory knows everybody; who asks may not. */
    private Listed inSight(long connection, Listed listed) {
        Set<String> seen = sight.among(
                connection, listed.people().stream().map(Account::id).toList());
        List<Account> people =
                listed.people().stream().filter(one -> seen.contains(one.id())).toList();
        return new Listed(people, listed.complete());
    }

    private static Listed pages(PhotoSource source, AccountQuery query, int most, CallContext call) {
        PageRequest wanted = PageRequest.first(Math.min(most, PAGE));
        AccountPage page = source.listAccounts(query, wanted, call);
        List<Account> people = new ArrayList<>(page.accounts());
        while (page.next().isPresent() && people.size() < most) {
            page = source.listAccounts(query, wanted.next(page.next().get()), call);
            people.addAll(page.accounts());
        }
        boolean complete = page.next().isEmpty() && people.size() <= most;
        return new Listed(people.stream().limit(most).toList(), complete);
    }

    /** A run that lists the same people at the same time may insert one first: then that one is there to be updated. */
    private void keep(long connection, List<Account> people) {
        try {
            seen.seen(connection, people, clock.instant());
        } catch (UnableToExecuteStatementException e) {
            seen.seen(connection, people, clock.instant());
        }
    }
}
