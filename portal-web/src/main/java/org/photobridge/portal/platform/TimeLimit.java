package org.photobridge.portal.platform;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits no longer than so long for work that may never come back.
 *
 * <p>The work has a daemon thread of its own, not one of the container's: whoever never gives it back takes it from
 * nobody, and holds up no shutdown. So it must not look anything up in the container.
 */
public record TimeLimit(Duration longest) {

    /**
     * The work's result.
     *
     * @param name of the thread, as logs and thread dumps show it
     * @throws TimeoutException if it didn't come back in time; it was interrupted, and may go on all the same
     * @throws ExecutionException with whatever the work threw
     */
    public <T> T call(String name, Callable<T> work) throws TimeoutException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Nobody waits for " + name + " any more");
        } finally {
            task.cancel(true);
        }
    }
}
