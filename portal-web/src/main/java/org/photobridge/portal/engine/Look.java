package org.photobridge.portal.engine;

import java.util.Arrays;

/**
 * How a picture looks, small enough to be stored: two looks can be compared without the pictures.
 *
 * <p>The bytes are opaque to everybody but the engine, and at most 8 KiB.
 */
public final class Look {

    private final byte[] bytes;

    private Look(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Look of(byte[] bytes) {
        return new Look(bytes.clone());
    }

    /** A copy of the bytes to be stored. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Look that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
