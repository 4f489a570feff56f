package org.photobridge.portal.job;

/** What was asked for can't be done; the message is the key of the words that say why. */
public final class RequestRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RequestRefusedException(String key) {
        super(key);
    }

    /** The key of the sentence in the portal's texts. */
    public String key() {
        return getMessage();
    }
}
