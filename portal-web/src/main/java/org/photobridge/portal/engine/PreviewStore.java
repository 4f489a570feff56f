package org.photobridge.portal.engine;

import java.util.Optional;

/** Small pictures for the pages: a cache, so keeping one may fail silently. */
@FunctionalInterface
public interface PreviewStore {

    /** Keeps none. */
    PreviewStore NONE = (accountId, end, jpeg) -> {};

    /**
     * Keeps a preview.
     *
     * @param end whose picture it is
     * @param jpeg 96 x 96 pixels, encoded by us; empty if there is no picture any more
     */
    void keep(String accountId, End end, Optional<byte[]> jpeg);
}
