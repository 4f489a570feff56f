package org.photobridge.portal.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.photobridge.spi.Account;
import org.photobridge.spi.AccountPage;
import org.photobridge.spi.AccountQuery;
import org.photobridge.spi.Group;
import org.photobridge.spi.GroupQuery;
import org.photobridge.spi.PageRequest;
import org.photobridge.spi.PageToken;

/**
 * The people of a run's scope, page by page, each once.
 *
 * <p>Page tokens expire. When one did, the listing begins anew and passes over whom it has already given.
 */
final class Listing {

    private static final int PAGE = 100;
    private static final int LIST = 20;

    private final RunContext run;
    private final Deque<AccountQuery> queries = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private final List<String> unknown = new ArrayList<>();
    private final Set<PageToken> turned = new HashSet<>();
    private List<String> missing = List.of();
    private PageRequest page = PageRequest.first(PAGE);
    private int seenAtRestart = -1;

    Listing(RunContext run) {
        this.run = run;
        RunScope scope = run.spec.scope();
        if (scope.isEverybody()) {
            queries.add(AccountQuery.all());
        }
        scope.groups().forEach(group -> queries.add(AccountQuery.inGroup(group)));
        for (int from = 0; from < scope.accounts().size(); from += LIST) {
            int to = Math.min(from + LIST, scope.accounts().size());
            queries.add(AccountQuery.these(scope.accounts().subList(from, to)));
        }
    }

    boolean isAtEnd() {
        return queries.isEmpty();
    }

    /** How many people it gave so far. */
    long size() {
        return seen.size();
    }

    /** Whom the source doesn't know, of those asked for one by one since the last call. */
    List<String> takeUnknown() {
        List<String> taken = List.copyOf(unknown);
        unknown.clear();
        return taken;
    }

    /** The next page; maybe nobody is on it. */
    List<Account> next() {
        AccountQuery query = queries.element();
        boolean first = page.from().isEmpty();
        if (first) {
            query.groupId().ifPresent(this::requireVisible);
        }
        Optional<AccountPage> answer = read(query, first);
        if (answer.isEmpty()) {
            restart();
            return List.of();
        }
        List<Account> accounts = answer.get().accounts();
        missing = Scoping.unknown(first ? query.identifiers() : missing, accounts);
        turn(answer.get());
        return accounts.stream().filter(account -> seen.add(account.id())).toList();
    }

    /** A token that is no good any more is no reason to stop, as long as there is progress. */
    private Optional<AccountPage> read(AccountQuery query, boolean first) {
        try {
            return Optional.of(run.calls.once(() -> run.source.listAccounts(query, page, run.sourceCall)));
        } catch (RunStopped e) {
            boolean again = !first && e.state() == RunState.FAILED && seen.size() > seenAtRestart;
            if (!again) {
                throw e;
            }
            seenAtRestart = seen.size();
            return Optional.empty();
        }
    }

    private void turn(AccountPage answer) {
        if (answer.next().isPresent()) {
            requireNews(answer.next().get());
            page = page.next(answer.next().get());
        } else {
            queries.remove();
            unknown.addAll(missing);
            restart();
        }
    }

    private void restart() {
        page = PageRequest.first(PAGE);
        turned.clear();
    }

    /** A listing that leads back to a page that was read already would never end. */
    private void requireNews(PageToken next) {
        if (!turned.add(next)) {
            throw RunStopped.failed(Border.defect("A listing leads back to a page that was read already"));
        }
    }

    /** A group that hides its members looks like one that has none. */
    private void requireVisible(String id) {
        List<Group> found = run.calls
                .once(() -> run.source.listGroups(GroupQuery.byId(id), PageRequest.first(1), run.sourceCall))
                .groups();
        if (found.isEmpty()) {
            throw RunStopped.failed(Failures.of(Reason.GROUP_NOT_FOUND, id));
        }
        if (!found.get(0).membersVisible()) {
            throw RunStopped.failed(Failures.of(Reason.GROUP_MEMBERS_HIDDEN, id));
        }
    }

    /** How many people there are, or {@code enough} if there are that many; reads no further than it must. */
    static long countUpTo(RunContext run, long enough) {
        Listing listing = new Listing(run);
        while (!listing.isAtEnd() && listing.size() < enough) {
            run.calls.stopIfWanted();
            listing.next();
        }
        return listing.size();
    }

    /** The same of those whom the run would take: who is protected, filtered out or not eligible doesn't count. */
    static long countWantedUpTo(RunContext run, long enough) {
        Listing listing = new Listing(run);
        Scoping scoping = new Scoping(run.spec);
        long wanted = 0;
        while (!listing.isAtEnd() && wanted < enough) {
            run.calls.stopIfWanted();
            wanted += scoping.countWanted(listing.next(), run.journal());
        }
        return wanted;
    }

    /** The people that everybody are, if the listing came to its end. */
    OptionalLong complete() {
        return isAtEnd() ? OptionalLong.of(size()) : OptionalLong.empty();
    }
}
