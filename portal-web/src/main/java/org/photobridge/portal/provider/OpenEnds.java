package org.photobridge.portal.provider;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.photobridge.spi.ProviderEnd;
import org.photobridge.spi.ProviderException;

/**
 * Shares open ends: one per connection and its newest settings, kept ten minutes after its last user.
 *
 * <p>An end whose settings or provider changed is retired: nobody gets it any more, and its last user closes it.
 */
public final class OpenEnds<E extends ProviderEnd> implements AutoCloseable {
    private static final Logger LOG = System.getLogger(OpenEnds.class.getName());
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Clock clock;
    private final List<OpenEnd<E>> open = new ArrayList<>();

    public OpenEnds(Clock clock) {
        this.clock = clock;
    }

    /** Lends the end of this key; opens it if it isn't open, and retires other ends of the same connection. */
    public synchronized EndLease<E> lease(EndKey key, Supplier<E> opener) {
        retireWhere(
                end -> end.key().connection() == key.connection() && !end.key().equals(key));
        OpenEnd<E> holder = open.stream()
                .filter(end -> !end.isRetired() && end.key().equals(key))
                .findFirst()
                .orElseGet(() -> opened(key, opener));
        holder.taken();
        return new EndLease<>(holder, this);
    }

    /** Retires what this connection has open, since its settings changed. */
    public synchronized void retire(long connection) {
        retireWhere(end -> end.key().connection() == connection);
    }

    /** Closes ends that nobody used for ten minutes. */
    public synchronized void closeIdle() {
        Instant before = clock.instant().minus(KEPT);
        closeWhere(end -> end.isIdleSince(before));
    }

    /** Closes all ends; their users' calls will fail. For the portal's shutdown. */
    @Override
    public synchronized void close() {
        open.forEach(OpenEnd::retire);
        closeWhere(end -> true);
    }

    synchronized int size() {
        return open.size();
    }

    synchronized void giveBack(OpenEnd<E> holder) {
        holder.givenBack(clock.instant());
        closeWhere(end -> end.isRetired() && end.isIdle());
    }

    synchronized boolean isRetired(OpenEnd<E> holder) {
        return holder.isRetired();
    }

    private OpenEnd<E> opened(EndKey key, Supplier<E> opener) {
        OpenEnd<E> holder = new OpenEnd<>(key, opener.get(), clock.instant());
        open.add(holder);
        return holder;
    }

    private void retireWhere(Predicate<OpenEnd<E>> which) {
        open.stream().filter(which).forEach(OpenEnd::retire);
        closeWhere(end -> end.isRetired() && end.isIdle());
    }

    private void closeWhere(Predicate<OpenEnd<E>> which) {
        for (Iterator<OpenEnd<E>> ends = open.iterator(); ends.hasNext(); ) {
            OpenEnd<E> end = ends.next();
            if (which.test(end)) {
                ends.remove();
                close(end);
            }
        }
    }

    private static void close(OpenEnd<?> holder) {
        try {
            holder.end().close();
        } catch (ProviderException e) {
            LOG.log(Level.WARNING, "An end of " + holder.key().provider() + " didn't close well", e);
        }
    }
}
