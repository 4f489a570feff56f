package org.photobridge.portal.boot;

/** A command did its work, and what it found is bad. */
final class UnsoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsoundException(String found) {
        super(found);
    }
}
