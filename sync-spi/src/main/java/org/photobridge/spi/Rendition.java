package org.photobridge.spi;

import java.util.Objects;

/**
 * A size in which a target wants the picture. The host makes all of them from one decode: square, upright, sRGB, without
 * metadata.
 *
 * @param name unique in its target: "L"
 * @param pixels width and height: 16 to 4096
 * @param mediaType {@code image/jpeg} or {@code image/png}
 * @param maxBytes the most bytes that the target takes; one or more
 */
public record Rendition(String name, int pixels, String mediaType, int maxBytes) {

    public Rendition {
        Objects.requireNonNull(name, "name");
        if (pixels < 16 || pixels > 4096 || maxBytes < 1) {
            throw new IllegalArgumentException("A rendition has 16 to 4096 pixels and room for bytes: " + name);
        }
        if (!mediaType.equals("image/jpeg") && !mediaType.equals("image/png")) {
            throw new IllegalArgumentException("The host makes JPEG and PNG, not " + mediaType);
        }
    }

    /** A JPEG rendition of up to 1 MiB. */
    public static Rendition jpeg(String name, int pixels) {
        return new Rendition(name, pixels, "image/jpeg", 1 << 20);
    }
}
