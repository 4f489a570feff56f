package org.photobridge.portal.engine;

import java.util.Optional;
import java.util.function.Function;
import org.photobridge.spi.Failure;
import org.photobridge.spi.PhotoResult;
import org.photobridge.spi.TargetState;
import org.photobridge.spi.VerifyResult;
import org.photobridge.spi.WriteResult;

/**
 * What the retry needs to know of a kind of result.
 *
 * @param untried the result that says "not attempted"
 */
record Kind<R>(Function<R, Optional<Failure>> failure, Function<Failure, R> failed, R untried) {

    static final Kind<PhotoResult> PHOTO = new Kind<>(
            result -> result instanceof PhotoResult.Failed failed ? Optional.of(failed.failure()) : Optional.empty(),
            PhotoResult::failed,
            PhotoResult.notAttempted());

    static final Kind<TargetState> STATE = new Kind<>(
            result -> result instanceof TargetState.Failed failed ? Optional.of(failed.failure()) : Optional.empty(),
            TargetState::failed,
            TargetState.notAttempted());

    static final Kind<WriteResult> WRITE = new Kind<>(
            result -> result instanceof WriteResult.Failed failed ? Optional.of(failed.failure()) : Optional.empty(),
            WriteResult::failed,
            WriteResult.notAttempted());

    static final Kind<VerifyResult> VERIFY = new Kind<>(
            result -> result instanceof VerifyResult.Failed failed ? Optional.of(failed.failure()) : Optional.empty(),
            VerifyResult::failed,
            VerifyResult.notAttempted());

    boolean isUntried(R result) {
        return result.equals(untried);
    }

    /** A write that failed may be done in part, which must not be forgotten. */
    boolean isOpenWhenStopped(R result) {
        return !(result instanceof WriteResult) && retryable(result).isPresent();
    }

    /** A failure that another try may mend. */
    Optional<Failure> retryable(R result) {
        return failure.apply(result).filter(found -> found.category().isRetryable());
    }
}
