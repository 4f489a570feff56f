package org.photobridge.portal.provider;

import java.time.Instant;
import org.photobridge.spi.ProviderEnd;

/** One open end and who uses it. Guarded by {@link OpenEnds}. */
final class OpenEnd<E extends ProviderEnd> {
    private final EndKey key;
    private final E end;
    private int users;
    private boolean retired;
    private Instant idleSince;

    OpenEnd(EndKey key, E end, Instant now) {
        this.key = key;
        this.end = end;
        this.idleSince = now;
    }

    EndKey key() {
        return key;
    }

    E end() {
        return end;
    }

    void taken() {
        users++;
    }

    void givenBack(Instant now) {
        users--;
        idleSince = now;
    }

    void retire() {
        retired = true;
    }

    boolean isRetired() {
        return retired;
    }

    boolean isIdle() {
        return users == 0;
    }

    boolean isIdleSince(Instant time) {
        return isIdle() && !idleSince.isAfter(time);
    }
}
