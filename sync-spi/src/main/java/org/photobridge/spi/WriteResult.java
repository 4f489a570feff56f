package org.photobridge.spi;

import java.util.Objects;
import java.util.function.Function;

/** How one account's write, removal or restore ended. Flows from the provider to the host only. */
public sealed interface WriteResult {

    /**
     * Done.
     *
     * @param fingerprint what {@link TargetState} will say as long as nobody changes the picture; empty text if there is
     *     no picture now
     */
    static WriteResult written(String fingerprint) {
        return new Written(fingerprint);
    }

    /** Not done, or not completely; the same write again is harmless and completes it. */
    static WriteResult failed(Failure failure) {
        return new Failed(failure);
    }

    /** Not tried, because the call ended before; nothing was changed. */
    static WriteResult notAttempted() {
        return new NotAttempted();
    }

    /** Takes the one function that fits. */
    <R> R match(Function<Written, R> written, Function<Failed, R> failed, Function<NotAttempted, R> notAttempted);

    /** Done. */
    record Written(String fingerprint) implements WriteResult {
        public Written {
            Objects.requireNonNull(fingerprint, "fingerprint");
        }

        @Override
        public <R> R match(
                Function<Written, R> written, Function<Failed, R> failed, Function<NotAttempted, R> notAttempted) {
            return written.apply(this);
        }
    }

    /** Not done, or not completely. */
    record Failed(Failure failure) implements WriteResult {
        public Failed {
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public <R> R match(
                Function<Written, R> written, Function<Failed, R> failed, Function<NotAttempted, R> notAttempted) {
            return failed.apply(this);
        }
    }

    /** Not tried, because the call ended before. */
    record NotAttempted() implements WriteResult {
        @Override
        public <R> R match(
                Function<Written, R> written, Function<Failed, R> failed, Function<NotAttempted, R> notAttempted) {
            return notAttempted.apply(this);
        }
    }
}
