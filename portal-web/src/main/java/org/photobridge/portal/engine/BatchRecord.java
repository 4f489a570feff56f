package org.photobridge.portal.engine;

import java.util.List;
import java.util.Objects;
import org.photobridge.spi.Account;

/**
 * What one batch of a run leaves behind, stored in one transaction: the checkpoint.
 *
 * @param people everybody whom this batch is done with, as the source lists them now
 * @param outcomes one for each of them (and one for each identifier that the source doesn't know); which of them get a row
 *     is the journal's matter ({@link Outcome#isSimplyUnchanged()})
 * @param states new photo states: {@code version} is the one to be replaced (after a claim: the claimed one), 0 for one to be
 *     inserted; {@code openIntent} is stored as it is here, which mostly closes it. A state whose version has moved on is left as it is.
 * @param released target keys whose intent is closed because nothing was sent; else their state stays as it is
 * @param counts what to add to the run's counts
 */
public record BatchRecord(
        List<Account> people,
        List<Outcome> outcomes,
        List<PhotoState> states,
        List<String> released,
        RunCounts counts) {

    public BatchRecord {
        people = List.copyOf(people);
        outcomes = List.copyOf(outcomes);
        states = List.copyOf(states);
        released = List.copyOf(released);
        Objects.requireNonNull(counts, "counts");
    }
}
