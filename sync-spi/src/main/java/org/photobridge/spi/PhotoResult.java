package org.photobridge.spi;

import java.util.Objects;
import java.util.function.Function;

/** The answer to one {@link PhotoRequest}. Flows from the provider to the host only. */
public sealed interface PhotoResult {

    /** There is a photo. */
    static PhotoResult found(SourcePhoto photo) {
        return new Found(photo);
    }

    /** The photo still has the fingerprint that the request carried. */
    static PhotoResult notModified() {
        return new NotModified();
    }

    /**
     * The service said that there is no photo.
     *
     * @param code the catalogue's code of the service's reason
     */
    static PhotoResult absent(String code) {
        return new Absent(code);
    }

    /** This account's photo couldn't be read. */
    static PhotoResult failed(Failure failure) {
        return new Failed(failure);
    }

    /** Not tried, because the call ended before. */
    static PhotoResult notAttempted() {
        return new NotAttempted();
    }

    /** Takes the one function that fits. */
    <R> R match(Cases<R> cases);

    /** One function for each kind of result, so that a new kind breaks the build and not the run. */
    record Cases<R>(
            Function<Found, R> found,
            Function<NotModified, R> notModified,
            Function<Absent, R> absent,
            Function<Failed, R> failed,
            Function<NotAttempted, R> notAttempted) {}

    /** There is a photo. */
    record Found(SourcePhoto photo) implements PhotoResult {
        public Found {
            Objects.requireNonNull(photo, "photo");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.found().apply(this);
        }
    }

    /** The photo still has the fingerprint that the request carried. */
    record NotModified() implements PhotoResult {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.notModified().apply(this);
        }
    }

    /** The service said, by a code known for it, that there is no photo. */
    record Absent(String code) implements PhotoResult {
        public Absent {
            Objects.requireNonNull(code, "code");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.absent().apply(this);
        }
    }

    /** This account's photo couldn't be read. */
    record Failed(Failure failure) implements PhotoResult {
        public Failed {
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.failed().apply(this);
        }
    }

    /** Not tried, because the call ended before. */
    record NotAttempted() implements PhotoResult {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.notAttempted().apply(this);
        }
    }
}
