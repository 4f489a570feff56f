package org.photobridge.portal.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.photobridge.spi.Account;

/** A synchronising run, a preview or a check: everybody in scope, batch by batch. */
final class SyncRun {

    private final RunContext run;
    private final Listing listing;

    SyncRun(RunContext run) {
        this.run = run;
        this.listing = new Listing(run);
    }

    RunSummary run() {
        try {
            new Preflight(run).check();
            while (!listing.isAtEnd()) {
                run.calls.stopIfWanted();
                page(listing.next());
            }
            return ended();
        } catch (RunStopped e) {
            return e.summary(run.figures.counts(), listing.complete());
        }
    }

    private void page(List<Account> accounts) {
        run.figures.count(Step.LIST, accounts.size());
        recordUnknown(listing.takeUnknown());
        Set<String> recorded = recorded(accounts);
        List<Account> left = accounts.stream()
                .filter(account -> !recorded.contains(account.id()))
                .toList();
        int size = run.batchSize();
        for (int from = 0; from < left.size(); from += size) {
            run.calls.stopIfWanted();
            List<Account> some = left.subList(from, Math.min(from + size, left.size()));
            stop(new Batch(run, run.casesOf(some)).run());
        }
    }

    private static void stop(Optional<RunStopped> wanted) {
        wanted.ifPresent(stop -> {
            throw stop;
        });
    }

    private Set<String> recorded(List<Account> accounts) {
        Set<String> ids = accounts.stream().map(Account::id).collect(Collectors.toSet());
        return ids.isEmpty() ? Set.of() : run.journal().recorded(ids);
    }

    private void recordUnknown(List<String> identifiers) {
        Unknown.record(run, identifiers);
    }

    private RunSummary ended() {
        RunCounts counts = run.figures.counts();
        boolean failures = counts.of(OutcomeType.FAILED) > 0;
        return new RunSummary(
                failures ? RunState.COMPLETED_WITH_FAILURES : RunState.SUCCEEDED,
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                counts,
                OptionalLong.of(listing.size()));
    }
}
