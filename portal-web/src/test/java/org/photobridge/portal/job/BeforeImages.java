package org.photobridge.portal.job;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.engine.Intent;
import org.photobridge.spi.TargetSnapshot;

/** Keeps previous pictures as a run does, for tests of what is done with them. */
public final class BeforeImages {
    private BeforeImages() {}

    public static void keep(
            Jdbi jdbi, BeforeImageRepository store, long run, long target, String account, TargetSnapshot before) {
        Intent intent = new Intent(account, "key of " + account, 0, "hash", Optional.of(before));
        jdbi.useHandle(handle -> store.shelf(handle).keep(run, target, intent, before));
    }
}
