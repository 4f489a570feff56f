package org.photobridge.portal.engine;

import org.photobridge.portal.engine.image.PictureRefused;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Failure;

/** Failures that the engine itself finds. */
final class Failures {

    private Failures() {}

    static Failure of(Reason reason, String detail) {
        return Failure.of(ErrorCategory.REJECTED, reason.code(), detail);
    }

    /** One that another run may well mend. */
    static Failure passing(Reason reason, String detail) {
        return Failure.of(ErrorCategory.UNAVAILABLE, reason.code(), detail);
    }

    static Failure of(PictureRefused refused) {
        return of(Reason.of(refused.fault()), refused.getMessage());
    }
}
