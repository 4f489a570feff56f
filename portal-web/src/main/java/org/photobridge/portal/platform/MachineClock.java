package org.photobridge.portal.platform;

import java.time.Clock;

/** The machine's time, for work outside of the server, where no clock is injected. */
public final class MachineClock {
    private MachineClock() {}

    public static Clock utc() {
        return Clock.systemUTC();
    }
}
