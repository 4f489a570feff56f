package org.photobridge.portal.engine.image;

/** A picture can't be used; the same bytes never can. */
public final class PictureRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    PictureRefused(Fault fault, String detail) {
        super(detail);
        this.fault = fault;
    }

    PictureRefused(Fault fault, String detail, Throwable cause) {
        super(detail, cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
