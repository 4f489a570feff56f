package org.photobridge.portal.engine;

import java.util.Objects;
import org.photobridge.spi.TargetSnapshot;

/**
 * The target's picture of a person as it was before a run wrote.
 *
 * @param runId the run that wrote
 */
public record BeforeImage(long runId, TargetSnapshot snapshot) {

    public BeforeImage {
        Objects.requireNonNull(snapshot, "snapshot");
    }
}
