package org.photobridge.portal.engine.image;

/** Why a picture can't be used. */
public enum Fault {
    /** No format that we read. */
    UNKNOWN_FORMAT,
    /** Apple's format: nothing here reads it. */
    HEIC,
    /** AV1's format: nothing here reads it. */
    AVIF,
    TOO_MANY_BYTES,
    TOO_MANY_PIXELS,
    /** A placeholder, no portrait. */
    TOO_SMALL,
    CORRUPT,
    /** Can't be encoded within the bytes that the target takes. */
    DOES_NOT_FIT
}
