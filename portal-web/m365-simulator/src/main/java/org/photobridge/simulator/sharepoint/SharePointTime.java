package org.photobridge.simulator.sharepoint;

import java.time.Instant;

/** The seconds since the beginning of year 1 in which SPS-PictureTimestamp counts (observed, formula inferred). */
final class SharePointTime {
    private static final long UNIX_EPOCH = 62_135_596_800L;

    private SharePointTime() {}

    static String text(Instant instant) {
        return Long.toString(instant.getEpochSecond() + UNIX_EPOCH);
    }
}
