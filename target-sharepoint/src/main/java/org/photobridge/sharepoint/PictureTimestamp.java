package org.photobridge.sharepoint;

import java.time.Instant;
import java.util.Optional;

/**
 * The clock of {@code SPS-PictureTimestamp}: whole seconds since the year 1. SharePoint appends the value to the picture's
 * address, so viewers see a new picture only if it moves.
 */
final class PictureTimestamp {
    private static final long YEAR_1_TO_1970 = 62_135_596_800L;
    private static final long A_DAY = 86_400;

    private PictureTimestamp() {}

    static String of(Instant time) {
        return Long.toString(time.getEpochSecond() + YEAR_1_TO_1970);
    }

    /** A value for now that differs from the one before, also within the same second. */
    static String after(String before, Instant now) {
        long value = now.getEpochSecond() + YEAR_1_TO_1970;
        long last = isNumber(before) ? Long.parseLong(before) : 0;
        return Long.toString(last >= value && last < value + A_DAY ? last + 1 : value);
    }

    /** The time that a value means; empty if it is none. */
    static Optional<Instant> read(String value) {
        return isNumber(value)
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(value) - YEAR_1_TO_1970))
                : Optional.empty();
    }

    private static boolean isNumber(String value) {
        return value.matches("\\d{1,12}");
    }
}
