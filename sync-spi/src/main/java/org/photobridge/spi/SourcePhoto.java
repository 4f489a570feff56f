package org.photobridge.spi;

import java.util.Objects;

/** A photo as the source has it: any format, any size; the host looks at the bytes and trusts no content type. */
public final class SourcePhoto {

    private final byte[] bytes;
    private final String fingerprint;

    private SourcePhoto(byte[] bytes, String fingerprint) {
        this.bytes = bytes.clone();
        this.fingerprint = Objects.requireNonNull(fingerprint, "fingerprint");
    }

    /**
     * A photo.
     *
     * @param bytes as stored; one or more
     * @param fingerprint changes whenever the bytes change; not empty, at most 400 characters
     */
    public static SourcePhoto of(byte[] bytes, String fingerprint) {
        if (bytes.length == 0 || fingerprint.isBlank() || fingerprint.length() > 400) {
            throw new IllegalArgumentException("A photo has bytes and a fingerprint of at most 400 characters");
        }
        return new SourcePhoto(bytes, fingerprint);
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public String toString() {
        return "SourcePhoto[" + bytes.length + " bytes, " + fingerprint + "]";
    }
}
