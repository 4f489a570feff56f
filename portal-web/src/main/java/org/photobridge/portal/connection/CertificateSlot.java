package org.photobridge.portal.connection;

/** Which of an app registration's two certificates. */
public enum CertificateSlot {
    /** In use. */
    NOW,
    /** Ready to take over, once Entra ID knows it. */
    NEXT
}
