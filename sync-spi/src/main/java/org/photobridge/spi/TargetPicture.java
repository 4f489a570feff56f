package org.photobridge.spi;

/**
 * The largest picture that the target has of a person, as it is stored there. Hostile until the host has looked at it.
 */
public final class TargetPicture {

    private final byte[] bytes;

    private TargetPicture(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public static TargetPicture of(byte[] bytes) {
        return new TargetPicture(bytes);
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "TargetPicture[" + bytes.length + " bytes]";
    }
}
