package org.photobridge.portal.engine.image;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A picture's format, told by its first bytes: what a service calls it is never asked. */
enum PictureFormat {
    JPEG,
    PNG,
    GIF,
    WEBP,
    BMP,
    HEIC,
    AVIF,
    UNKNOWN;

    private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");
    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "heif");

    static PictureFormat of(byte[] bytes) {
        String start = text(bytes, 0, 12);
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return GIF;
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return WEBP;
        }
        return start.startsWith("BM") ? BMP : ofBrands(bytes);
    }

    /** HEIC and AVIF share a container; which one it is, is in a list of brands. */
    private static PictureFormat ofBrands(byte[] bytes) {
        if (!text(bytes, 4, 4).equals("ftyp")) {
            return UNKNOWN;
        }
        if (AVIF_BRANDS.contains(text(bytes, 8, 4)) || text(bytes, 16, 48).contains("avif")) {
            return AVIF;
        }
        return HEIC_BRANDS.contains(text(bytes, 8, 4)) ? HEIC : UNKNOWN;
    }

    private static String text(byte[] bytes, int from, int length) {
        int end = Math.min(bytes.length, from + length);
        return from >= end ? "" : new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
    }
}
