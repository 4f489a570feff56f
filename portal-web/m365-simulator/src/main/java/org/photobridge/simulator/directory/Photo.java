package org.photobridge.simulator.directory;

import java.util.List;

/**
 * A picture as the photo service offers it.
 *
 * @param sizes those that can be asked for, the largest last
 * @param etag changes with every write, whatever the bytes
 */
public record Photo(PhotoShape shape, String contentType, List<PhotoSize> sizes, String etag) {

    public PhotoSize largest() {
        return sizes.get(sizes.size() - 1);
    }
}
