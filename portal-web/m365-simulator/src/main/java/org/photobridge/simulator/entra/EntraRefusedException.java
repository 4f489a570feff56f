package org.photobridge.simulator.entra;

/** A token request is refused. */
final class EntraRefusedException extends Exception {
    private final transient EntraError error;
    private final String about;

    EntraRefusedException(EntraError error, String about) {
        super(error.text(about));
        this.error = error;
        this.about = about;
    }

    EntraError error() {
        return error;
    }

    String about() {
        return about;
    }
}
