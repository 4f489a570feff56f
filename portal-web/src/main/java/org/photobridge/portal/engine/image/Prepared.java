package org.photobridge.portal.engine.image;

import java.util.List;
import org.photobridge.spi.PreparedPicture;

/**
 * What will be sent.
 *
 * @param pictures one for each rendition, in their order
 * @param hash SHA-256 over all of them, in hex
 * @param enlarged whether the portrait is smaller than the largest rendition
 */
public record Prepared(List<PreparedPicture> pictures, String hash, boolean enlarged) {

    public Prepared {
        pictures = List.copyOf(pictures);
    }
}
