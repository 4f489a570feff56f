package org.photobridge.portal.notify;

/** How the way to a mail server is protected. */
public enum MailSecurity {
    /** Begins in the clear and must go over to TLS; no message is sent otherwise. */
    STARTTLS,
    /** TLS from the start. */
    TLS,
    /** In the clear: for a relay on this machine. */
    NONE
}
