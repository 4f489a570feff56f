package org.photobridge.portal.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the engine stores and asks of the storage. One journal belongs to one execution of one run: it knows the run's id, its
 * epoch, its plan and both connections. Used by one thread at a time.
 *
 * <p>Every method that stores does so in one transaction guarded by the epoch.
 */
public interface RunJournal {

    /** What this run has counted so far, in earlier executions too. */
    RunCounts counts();

    /** Who of these accounts is already recorded in this run. */
    Set<String> recorded(Collection<String> accountIds);

    /**
     * The photo states in this plan's target connection, whichever plan owns them.
     *
     * @return by target key; nothing for keys without a state
     */
    Map<String, PhotoState> states(Collection<String> targetKeys);

    /** Who of these accounts is protected; read anew each time. */
    Set<String> protectedAmong(Collection<String> accountIds);

    /**
     * Stores before-images and intents, in one transaction. A before-image is inserted only if this run has none of that
     * account yet: the first one is the true one. The intent claims the state: its version must still be
     * {@link Intent#stateVersion()} (0: there must be none; one is inserted with condition UNKNOWN) and is raised by one.
     *
     * @return target keys of those whose claim was lost; of them nothing is stored
     * @throws StaleRun if the epoch moved on
     * @throws BeforeImagesFull if the before-images don't fit; nothing is stored
     */
    Set<String> intend(List<Intent> intents);

    /**
     * Stores a batch, in one transaction.
     *
     * @throws StaleRun if the epoch moved on; nothing is stored
     */
    void record(BatchRecord batch);

    /**
     * Stores what a guard holds the run for, instead of what was stored before; in one transaction.
     *
     * @throws StaleRun if the epoch moved on; nothing is stored
     */
    void hold(Hold hold);

    /**
     * The target's picture of this person before a run wrote.
     *
     * @param ofRun which run's; empty for the latest that is kept, other than this run's own
     */
    Optional<BeforeImage> beforeImage(String accountId, OptionalLong ofRun);
}
