package org.photobridge.portal.engine;

import java.time.Instant;
import java.util.function.BooleanSupplier;

/** The one way to let time pass. */
public interface Waiter {

    /**
     * Waits until this time, or until {@code wake} says true, whichever is first; asks it several times a second.
     *
     * @return whether the time has come; false if it was woken
     */
    boolean waitUntil(Instant time, BooleanSupplier wake);
}
