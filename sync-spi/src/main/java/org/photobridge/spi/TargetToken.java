package org.photobridge.spi;

import java.util.Objects;

/**
 * What a target read of a person and wants back with the write, so that nothing is read twice; opaque to the host and
 * kept for one batch only.
 */
public record TargetToken(String value) {

    /** For a target that needs none. */
    public static final TargetToken NONE = new TargetToken("");

    public TargetToken {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return "TargetToken[hidden]";
    }
}
