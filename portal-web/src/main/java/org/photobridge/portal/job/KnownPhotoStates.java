package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.engine.PhotoState;

/** Shows what runs have stored of one person's picture. */
@ApplicationScoped
public class KnownPhotoStates {

    private final Jdbi jdbi;

    protected KnownPhotoStates() {
        this(null);
    }

    @Inject
    public KnownPhotoStates(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The state under the key by which the target knows the person; empty if no run has met them. */
    public Optional<PhotoState> find(long sourceConnectionId, long targetConnectionId, String targetKey) {
        PhotoStateRepository states = new PhotoStateRepository(sourceConnectionId, targetConnectionId);
        return jdbi.withHandle(handle ->
                Optional.ofNullable(states.find(handle, List.of(targetKey)).get(targetKey)));
    }
}
