package org.photobridge.portal.security;

/** The caller lacks the role that a use case asks for. */
public final class AccessRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Role needed;

    AccessRefusedException(Role needed) {
        super("This needs the role " + needed);
        this.needed = needed;
    }

    public Role needed() {
        return needed;
    }
}
