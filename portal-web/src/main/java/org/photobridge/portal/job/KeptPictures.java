package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.engine.PhotoState;
import org.photobridge.portal.engine.PhotoState.KeepMark;

/** Stores that somebody has decided to keep the target's picture. */
@ApplicationScoped
public class KeptPictures {

    private final Jdbi jdbi;

    protected KeptPictures() {
        this(null);
    }

    @Inject
    public KeptPictures(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Marks the picture as kept. Joins the caller's transaction.
     *
     * @param known the state as it was when that was decided; maybe one that isn't stored yet
     * @return whether it did; false if the state has moved on meanwhile
     */
    public boolean keep(long sourceConnectionId, long targetConnectionId, PhotoState known, KeepMark mark) {
        PhotoStateRepository states = new PhotoStateRepository(sourceConnectionId, targetConnectionId);
        return jdbi.withHandle(handle -> {
            boolean isNew = known.version() == 0;
            boolean there = !isNew || states.save(handle, known, "", mark.at());
            return there && states.keep(handle, known, isNew ? 1 : known.version(), mark);
        });
    }
}
