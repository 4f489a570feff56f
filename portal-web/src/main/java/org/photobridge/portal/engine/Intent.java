package org.photobridge.portal.engine;

import java.util.Objects;
import java.util.Optional;
import org.photobridge.spi.TargetSnapshot;

/**
 * The promise of a write that is about to happen.
 *
 * @param stateVersion the version of the photo state that the decision was made on; 0 if none is stored
 * @param preparedHash what will be written; empty text for a removal or a restore
 * @param before the target's picture as it is now, for undo; empty if the target can't restore
 */
public record Intent(
        String accountId, String targetKey, long stateVersion, String preparedHash, Optional<TargetSnapshot> before) {

    public Intent {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(targetKey, "targetKey");
        Objects.requireNonNull(preparedHash, "preparedHash");
        Objects.requireNonNull(before, "before");
    }
}
