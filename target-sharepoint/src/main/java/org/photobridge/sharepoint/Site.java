package org.photobridge.sharepoint;

/** The tenant's three hosts. Each is an audience of its own: a token for one is refused by the others. */
enum Site {
    /** {@code contoso-admin}: the only host where properties of other people can be set. */
    ADMIN("adminUrl"),
    /** {@code contoso-my}: keeps the thumbnails. */
    MY_SITE("mySiteUrl"),
    /** {@code contoso}: what people look at. */
    ROOT("rootUrl");

    private final String property;

    Site(String property) {
        this.property = property;
    }

    /** The setting that names it. */
    String property() {
        return property;
    }
}
