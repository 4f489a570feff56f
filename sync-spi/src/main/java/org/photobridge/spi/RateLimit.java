package org.photobridge.spi;

import java.time.Duration;
import java.util.Objects;

/**
 * A limit that the remote service sets, as the provider knows it. The host keeps to it over all runs and nodes.
 *
 * @param budget whose allowance it is, for example {@code spo:contoso:app}: connections that name the same budget and
 *     limit share it
 * @param name the name that {@link Cost} uses, unique in its end
 * @param label what pages call it
 * @param units how many units the window allows; one or more
 * @param window the length of the window; longer than zero
 * @param mostInFlight how many permits may be open at once; one or more, {@link Integer#MAX_VALUE} if it doesn't matter
 */
public record RateLimit(String budget, String name, LocalText label, long units, Duration window, int mostInFlight) {

    public RateLimit {
        Objects.requireNonNull(budget, "budget");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(label, "label");
        if (units < 1 || mostInFlight < 1 || window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException("A limit allows something in some time: " + name);
        }
    }
}
