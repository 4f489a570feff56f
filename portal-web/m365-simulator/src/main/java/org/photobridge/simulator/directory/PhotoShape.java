package org.photobridge.simulator.directory;

/** What the photo service holds for one person, refusals and oddities included (GRAPH.md 1 and 9). */
public enum PhotoShape {
    /** The nine squares up to 648 px. */
    EXCHANGE(true),
    /** A picture of 96 px was uploaded once: only the sizes up to 96 exist. */
    EXCHANGE_SMALL(true),
    /** 300 x 417, of Entra's own store: any size is allowed there. */
    ENTRA_ODD(true),
    /** A PNG with transparency, though declared a JPEG. */
    PNG(true),
    /** A JPEG in CMYK. */
    CMYK(true),
    /** A JPEG lying on its side, with the EXIF mark that says so. */
    EXIF_TURNED(true),
    /** Declared a JPEG; broken after the first kilobytes. */
    CORRUPT(true),
    /** A PNG of 30000 x 30000 pixels in a few kilobytes. */
    HUGE_PNG(true),
    /** As EXCHANGE, and every answer takes five seconds. */
    SLOW(true),
    /** 200 and a GIF of one pixel. */
    PLACEHOLDER_GIF(true),
    /** 404 ImageNotFound. */
    NONE(false),
    /** 404 ErrorEntityNotFound. */
    NONE_ENTITY(false),
    /** 404 ErrorItemNotFound. */
    NONE_ITEM(false),
    /** 404 GetUserPhoto. */
    NONE_OLD_CODE(false),
    /** 404 ErrorNonExistentMailbox. */
    NO_MAILBOX(false),
    /** 404 UnknownError with the real error as JSON in its message. */
    UNRESOLVED(false),
    /** 404 with a code that nobody has documented. */
    UNHEARD_OF(false),
    /** 403 ErrorAccessDenied. */
    DENIED(false);

    private final boolean there;

    PhotoShape(boolean there) {
        this.there = there;
    }

    /** Whether the service answers with a picture, be it a bad one. */
    public boolean isThere() {
        return there;
    }

    /** Whether SharePoint can make thumbnails of it by itself. */
    public boolean isUsable() {
        return there && this != CORRUPT && this != HUGE_PNG && this != PLACEHOLDER_GIF;
    }
}
