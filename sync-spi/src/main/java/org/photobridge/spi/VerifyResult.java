package org.photobridge.spi;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;

/** What the service serves after a write. Flows from the provider to the host only. */
public sealed interface VerifyResult {

    /** The service serves the picture that was written. */
    static VerifyResult served() {
        return new Served();
    }

    /** The service doesn't serve it yet; looking again after this time makes sense. */
    static VerifyResult notYet(Duration lookAgainAfter) {
        return new NotYet(lookAgainAfter);
    }

    /**
     * The service serves something else.
     *
     * @param code the catalogue's code of what was found instead
     */
    static VerifyResult different(String code) {
        return new Different(code);
    }

    /** It couldn't be told. */
    static VerifyResult failed(Failure failure) {
        return new Failed(failure);
    }

    /** Not tried, because the call ended before. */
    static VerifyResult notAttempted() {
        return new NotAttempted();
    }

    /** Takes the one function that fits. */
    <R> R match(Cases<R> cases);

    /** One function for each kind of result, so that a new kind breaks the build and not the run. */
    record Cases<R>(
            Function<Served, R> served,
            Function<NotYet, R> notYet,
            Function<Different, R> different,
            Function<Failed, R> failed,
            Function<NotAttempted, R> notAttempted) {}

    /** The service serves the picture that was written. */
    record Served() implements VerifyResult {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.served().apply(this);
        }
    }

    /** The service doesn't serve it yet. */
    record NotYet(Duration lookAgainAfter) implements VerifyResult {
        public NotYet {
            Objects.requireNonNull(lookAgainAfter, "lookAgainAfter");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.notYet().apply(this);
        }
    }

    /** The service serves something else. */
    record Different(String code) implements VerifyResult {
        public Different {
            Objects.requireNonNull(code, "code");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.different().apply(this);
        }
    }

    /** It couldn't be told. */
    record Failed(Failure failure) implements VerifyResult {
        public Failed {
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.failed().apply(this);
        }
    }

    /** Not tried, because the call ended before. */
    record NotAttempted() implements VerifyResult {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.notAttempted().apply(this);
        }
    }
}
