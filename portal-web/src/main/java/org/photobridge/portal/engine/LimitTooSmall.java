package org.photobridge.portal.engine;

import org.photobridge.spi.RateLimit;

/** One piece of work needs more units than a whole window of a limit allows, so that no waiting helps. */
final class LimitTooSmall extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    LimitTooSmall(long units, RateLimit limit) {
        super(units + " units of '" + limit.name() + "' are needed in one piece, but the limit allows " + limit.units()
                + " in " + limit.window());
    }
}
