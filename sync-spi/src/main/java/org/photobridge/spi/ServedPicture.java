package org.photobridge.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * What a service itself shows of a person, whatever is stored: the answer to {@link PhotoTarget#servedPicture}. Flows from
 * the provider to the host only.
 */
public final class ServedPicture {

    private static final ServedPicture NONE = new ServedPicture(Optional.empty());

    private final Optional<TargetPicture> picture;

    private ServedPicture(Optional<TargetPicture> picture) {
        this.picture = picture;
    }

    /** The service shows this picture. */
    public static ServedPicture of(TargetPicture picture) {
        return new ServedPicture(Optional.of(Objects.requireNonNull(picture, "picture")));
    }

    /** The service shows its own placeholder, or nothing. */
    public static ServedPicture none() {
        return NONE;
    }

    /** Empty if the service shows its own placeholder, or nothing. */
    public Optional<TargetPicture> picture() {
        return picture;
    }

    @Override
    public String toString() {
        return picture.map(shown -> "ServedPicture[" + shown + "]").orElse("ServedPicture[none]");
    }
}
