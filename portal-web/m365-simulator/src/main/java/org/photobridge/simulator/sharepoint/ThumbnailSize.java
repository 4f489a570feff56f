package org.photobridge.simulator.sharepoint;

import java.util.Locale;
import java.util.Optional;

/** The three thumbnails of a picture (documented names; observed widths). */
enum ThumbnailSize {
    S(48),
    M(72),
    L(200);

    private final int pixels;

    ThumbnailSize(int pixels) {
        this.pixels = pixels;
    }

    int pixels() {
        return pixels;
    }

    String fileName(String base) {
        return base + suffix();
    }

    String suffix() {
        return "_" + name() + "Thumb.jpg";
    }

    /** The size that a file name ends in. */
    static Optional<ThumbnailSize> ofFileName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (ThumbnailSize size : values()) {
            if (lower.endsWith(size.suffix().toLowerCase(Locale.ROOT))) {
                return Optional.of(size);
            }
        }
        return Optional.empty();
    }

    /** The size that a page's parameter asks for; M if it asks for nothing we know (invented). */
    static ThumbnailSize ofParameter(String parameter) {
        for (ThumbnailSize size : values()) {
            if (size.name().equalsIgnoreCase(parameter)) {
                return size;
            }
        }
        return M;
    }
}
