package org.photobridge.spi;

import java.util.Objects;

/** A picture in one rendition, ready to be written. Made by the host. */
public final class PreparedPicture {

    private final Rendition rendition;
    private final byte[] bytes;

    private PreparedPicture(Rendition rendition, byte[] bytes) {
        this.rendition = Objects.requireNonNull(rendition, "rendition");
        this.bytes = bytes.clone();
    }

    public static PreparedPicture of(Rendition rendition, byte[] bytes) {
        return new PreparedPicture(rendition, bytes);
    }

    public Rendition rendition() {
        return rendition;
    }

    /** A copy of the encoded bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "PreparedPicture[" + rendition.name() + ", " + bytes.length + " bytes]";
    }
}
