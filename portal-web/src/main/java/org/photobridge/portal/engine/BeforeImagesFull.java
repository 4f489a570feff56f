package org.photobridge.portal.engine;

/** There is no room for the previous pictures of what is about to be written: the run is held, never without undo. */
public final class BeforeImagesFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BeforeImagesFull(String message) {
        super(message);
    }
}
