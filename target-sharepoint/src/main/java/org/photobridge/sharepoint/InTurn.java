package org.photobridge.sharepoint;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.photobridge.spi.Failure;
import org.photobridge.spi.ProviderException;

/**
 * Takes people through one step, one after the other, so that no result is ever lost: an exception leaves only if nothing
 * was done yet.
 *
 * @param failed makes a result of a failure that concerns one person
 * @param notAttempted the result of those who weren't tried
 */
record InTurn<R>(Function<Failure, R> failed, R notAttempted) {
    private static final Logger LOG = System.getLogger(InTurn.class.getName());

    /** The work for one person. */
    interface Step<T, R> {
        /** @param sent told before the first request that changes something */
        R take(T item, Sent sent);
    }

    /** Whether anything was changed by this call. */
    static final class Sent {
        private boolean any;

        void begin() {
            any = true;
        }
    }

    /** As many results as items, in their order. */
    <T> List<R> take(List<T> items, Step<T, R> step) {
        List<R> results = new ArrayList<>();
        Sent sent = new Sent();
        for (T item : items) {
            if (!taken(item, step, sent, results)) {
                break;
            }
        }
        results.addAll(Collections.nCopies(items.size() - results.size(), notAttempted));
        return results;
    }

    /** Whether the next person may be taken. */
    private <T> boolean taken(T item, Step<T, R> step, Sent sent, List<R> results) {
        boolean firstOne = results.isEmpty();
        try {
            results.add(step.take(item, sent));
            return true;
        } catch (CancellationException e) {
            throwUnlessSomethingWasDone(e, firstOne, sent);
            return false;
        } catch (ProviderException e) {
            boolean everybody = Problem.concernsEverybody(e.code());
            if (everybody) {
                throwUnlessSomethingWasDone(e, firstOne, sent);
            }
            results.add(failed.apply(e.failure()));
            return !everybody;
        } catch (RuntimeException e) {
            throwUnlessSomethingWasDone(e, firstOne, sent);
            LOG.log(Level.ERROR, "A defect stopped the work on one person", e);
            results.add(failed.apply(Problem.DEFECT.failure(e.toString())));
            return true;
        }
    }

    private static void throwUnlessSomethingWasDone(RuntimeException problem, boolean firstOne, Sent sent) {
        if (firstOne && !sent.any) {
            throw problem;
        }
    }
}
