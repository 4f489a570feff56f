package org.photobridge.portal.api;

/** Checks what a caller says of pages. */
final class Paging {

    static final int MOST = 1000;

    private Paging() {}

    static int first(int first) {
        if (first < 0) {
            throw new IllegalArgumentException("'first' is 0 or more, not " + first + ".");
        }
        return first;
    }

    static int size(int size) {
        if (size < 1 || size > MOST) {
            throw new IllegalArgumentException("'size' is 1 to " + MOST + ", not " + size + ".");
        }
        return size;
    }
}
