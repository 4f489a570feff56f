package org.photobridge.spi;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What a target has of one account: the answer to one {@link TargetRequest}. Flows from the provider to the host only. */
public sealed interface TargetState {

    /**
     * The target shows a picture of the person.
     *
     * @param fingerprint changes whenever the stored picture or what is shown changes; equal to
     *     {@link WriteResult.Written#fingerprint()} as long as nobody changed what we wrote; at most 400 characters
     * @param token handed back with a write
     */
    static Present present(String fingerprint, TargetToken token) {
        return new Present(fingerprint, token, Optional.empty(), Optional.empty());
    }

    /** The target knows the person and has no picture; one can be written. */
    static Empty empty(TargetToken token) {
        return new Empty(token, Optional.empty());
    }

    /**
     * The target can't hold a picture of this person, and asking again soon won't help: no profile, say.
     *
     * @param code the catalogue's code of the reason
     */
    static TargetState impossible(String code) {
        return new Impossible(code);
    }

    /** This account couldn't be looked at. */
    static TargetState failed(Failure failure) {
        return new Failed(failure);
    }

    /** Not tried, because the call ended before. */
    static TargetState notAttempted() {
        return new NotAttempted();
    }

    /** Takes the one function that fits. */
    <R> R match(Cases<R> cases);

    /** One function for each kind of state, so that a new kind breaks the build and not the run. */
    record Cases<R>(
            Function<Present, R> present,
            Function<Empty, R> empty,
            Function<Impossible, R> impossible,
            Function<Failed, R> failed,
            Function<NotAttempted, R> notAttempted) {}

    /**
     * The target shows a picture of the person.
     *
     * @param picture the largest picture's bytes if they were asked for and can be had; empty for a picture that lies
     *     where the provider doesn't fetch it, such as a foreign address or somebody else's file
     * @param snapshot for undo, if it was asked for
     */
    record Present(
            String fingerprint, TargetToken token, Optional<TargetPicture> picture, Optional<TargetSnapshot> snapshot)
            implements TargetState {
        public Present {
            Objects.requireNonNull(fingerprint, "fingerprint");
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(picture, "picture");
            Objects.requireNonNull(snapshot, "snapshot");
        }

        public Present with(TargetPicture picture) {
            return new Present(fingerprint, token, Optional.of(picture), snapshot);
        }

        public Present with(TargetSnapshot snapshot) {
            return new Present(fingerprint, token, picture, Optional.of(snapshot));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.present().apply(this);
        }
    }

    /**
     * The target knows the person and has no picture; one can be written.
     *
     * @param snapshot for undo, if it was asked for
     */
    record Empty(TargetToken token, Optional<TargetSnapshot> snapshot) implements TargetState {
        public Empty {
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(snapshot, "snapshot");
        }

        public Empty with(TargetSnapshot snapshot) {
            return new Empty(token, Optional.of(snapshot));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.empty().apply(this);
        }
    }

    /** The target can't hold a picture of this person, and asking again soon won't help. */
    record Impossible(String code) implements TargetState {
        public Impossible {
            Objects.requireNonNull(code, "code");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.impossible().apply(this);
        }
    }

    /** This account couldn't be looked at. */
    record Failed(Failure failure) implements TargetState {
        public Failed {
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.failed().apply(this);
        }
    }

    /** Not tried, because the call ended before. */
    record NotAttempted() implements TargetState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.notAttempted().apply(this);
        }
    }
}
