package org.photobridge.spi;

/**
 * The leave to do one piece of work; closing it gives back what was in flight (never the units: they are spent).
 *
 * <p>Closing twice has no further effect.
 */
public interface Permit extends AutoCloseable {

    @Override
    void close();
}
