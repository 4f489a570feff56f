package org.photobridge.sharepoint;

import java.util.List;
import org.photobridge.spi.Rendition;

/** The three thumbnails that SharePoint keeps of a person. */
enum ThumbnailSize {
    L(200),
    M(72),
    S(48);

    private final int defaultPixels;

    ThumbnailSize(int defaultPixels) {
        this.defaultPixels = defaultPixels;
    }

    int defaultPixels() {
        return defaultPixels;
    }

    /** Its file's name in the library; readers replace the letter, so it is fixed. */
    String fileName(String base) {
        return base + "_" + name() + "Thumb.jpg";
    }

    static List<Rendition> renditions(SharePointSettings settings) {
        return List.of(L, M, S).stream()
                .map(size -> Rendition.jpeg(size.name(), settings.pixels(size)))
                .toList();
    }
}
