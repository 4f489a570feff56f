package org.photobridge.portal.connection;

import org.photobridge.spi.LocalText;

/** A certificate file that can't be used, with words for whoever gave it. */
public final class BadCertificateException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient LocalText words;

    BadCertificateException(LocalText words) {
        super(words.toString());
        this.words = words;
    }

    BadCertificateException(LocalText words, Throwable cause) {
        super(words.toString(), cause);
        this.words = words;
    }

    public LocalText words() {
        return words;
    }
}
