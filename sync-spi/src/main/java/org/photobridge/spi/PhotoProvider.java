package org.photobridge.spi;

import java.util.Optional;

/**
 * A module that offers a photo source, a photo target, or both: the only type that {@link java.util.ServiceLoader} looks
 * for.
 *
 * <p>An implementation has a public constructor without parameters that does no I/O. Identity and version are read from
 * the jar's manifest before this class is loaded, so they aren't repeated here.
 */
public interface PhotoProvider {

    /** The way to open photo sources; empty if this provider is no source. Always the same answer. */
    default Optional<PhotoSourceFactory> sourceFactory() {
        return Optional.empty();
    }

    /** The way to open photo targets; empty if this provider is no target. Always the same answer. */
    default Optional<PhotoTargetFactory> targetFactory() {
        return Optional.empty();
    }
}
