package org.photobridge.portal.provider;

import java.util.concurrent.atomic.AtomicBoolean;
import org.photobridge.spi.ProviderEnd;

/**
 * The right to use an open end that others may be using too. Closing the lease doesn't close the end: it stays open for
 * a while, with its tokens and what it discovered.
 */
public final class EndLease<E extends ProviderEnd> implements AutoCloseable {
    private final OpenEnd<E> holder;
    private final OpenEnds<E> ends;
    private final AtomicBoolean given = new AtomicBoolean();

    EndLease(OpenEnd<E> holder, OpenEnds<E> ends) {
        this.holder = holder;
        this.ends = ends;
    }

    public E end() {
        if (given.get()) {
            throw new IllegalStateException("This lease was given back");
        }
        return holder.end();
    }

    /** The version of the provider that opened the end; what it wrote down is good for this version only. */
    public ProviderKey provider() {
        return holder.key().provider();
    }

    /** Whether settings or the provider's version changed since: give this lease back, and take a new one. */
    public boolean isOutdated() {
        return ends.isRetired(holder);
    }

    @Override
    public void close() {
        if (given.compareAndSet(false, true)) {
            ends.giveBack(holder);
        }
    }
}
