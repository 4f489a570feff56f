package org.photobridge.portal.notify;

/** A message couldn't be handed over; the code has words in the bundle under {@code notify.error}. */
final class NotDelivered extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param detail what the other side said, for whoever looks after it; nothing secret */
    NotDelivered(String code, String detail, Throwable cause) {
        super(detail, cause);
        this.code = code;
    }

    NotDelivered(String code, String detail) {
        this(code, detail, null);
    }

    String code() {
        return code;
    }
}
