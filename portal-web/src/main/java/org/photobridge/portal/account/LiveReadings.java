package org.photobridge.portal.account;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Readings under way and just done, so that a page shows at once and its pictures can be fetched: in memory, for a quarter of
 * an hour, each only for whom it was made.
 */
@ApplicationScoped
class LiveReadings {

    private static final Logger LOG = System.getLogger(LiveReadings.class.getName());
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final int MOST = 300;

    /** Whose pictures a reading has. */
    record Whom(long sourceConnection, String accountId) {}

    private record Reading(Whom whom, String owner, Instant startedAt, Future<SideBySide> answer) {}

    /** Where a reading stands; at most one of the two is there, and none of them while it is under way. */
    record Status(Optional<SideBySide> answer, Optional<Throwable> failure) {
        static final Status UNDER_WAY = new Status(Optional.empty(), Optional.empty());

        boolean isOver() {
            return answer.isPresent() || failure.isPresent();
        }
    }

    private final Map<String, Reading> readings = new LinkedHashMap<>();
    private final ExecutorService executor;
    private final Clock clock;

    protected LiveReadings() {
        this((ExecutorService) null, null);
    }

    @Inject
    LiveReadings(ManagedExecutorService executor, Clock clock) {
        this((ExecutorService) executor, clock);
    }

    LiveReadings(ExecutorService executor, Clock clock) {
        this.executor = executor;
        this.clock = clock;
    }

    /** Starts a reading and gives the name to ask for it by: it can't be guessed. */
    synchronized String start(Whom whom, String owner, Callable<SideBySide> work) {
        forgetOld();
        String token = UUID.randomUUID().toString();
        readings.put(token, new Reading(whom, owner, clock.instant(), executor.submit(work)));
        return token;
    }

    /** Where a reading stands; empty if there is none of this name for this owner. */
    synchronized Optional<Status> find(String token, String owner) {
        return Optional.ofNullable(readings.get(token))
                .filter(reading -> reading.owner().equals(owner))
                .map(reading -> status(reading.answer()));
    }

    /** Whose pictures a reading has; empty if there is none of this name for this owner. */
    synchronized Optional<Whom> whom(String token, String owner) {
        return Optional.ofNullable(readings.get(token))
                .filter(reading -> reading.owner().equals(owner))
                .map(Reading::whom);
    }

    /** Forgets a person's pictures, whoever has asked for them. */
    synchronized void forget(Whom whom) {
        readings.values().removeIf(reading -> reading.whom().equals(whom) && isLetGo(reading));
    }

    private static boolean isLetGo(Reading reading) {
        reading.answer().cancel(false);
        return true;
    }

    private static Status status(Future<SideBySide> answer) {
        if (!answer.isDone()) {
            return Status.UNDER_WAY;
        }
        try {
            return new Status(Optional.of(answer.get()), Optional.empty());
        } catch (ExecutionException e) {
            return failed(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(e);
        }
    }

    private static Status failed(Throwable cause) {
        LOG.log(Level.DEBUG, "A reading failed", cause);
        return new Status(Optional.empty(), Optional.of(cause));
    }

    private void forgetOld() {
        Instant oldest = clock.instant().minus(KEPT);
        Iterator<Reading> all = readings.values().iterator();
        while (all.hasNext()) {
            Reading reading = all.next();
            if (reading.startedAt().isBefore(oldest) || readings.size() >= MOST) {
                reading.answer().cancel(false);
                all.remove();
            }
        }
    }
}
