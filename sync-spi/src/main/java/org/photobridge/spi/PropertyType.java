package org.photobridge.spi;

/** The types of setting that the host can draw, check, store and hand back. Flows from the provider to the host only. */
public enum PropertyType {
    /** One line of text. */
    STRING,
    /** Several lines of text. */
    TEXT,
    /** A whole number that fits a {@code long}. */
    INTEGER,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** An ISO-8601 duration such as {@code PT30S}. */
    DURATION,
    /** An absolute {@code https} (or, on loopback, {@code http}) address. */
    URI,
    /** One of the property's {@linkplain ConfigProperty#choices() choices}. */
    CHOICE,
    /** A text that is stored encrypted and never shown again. */
    SECRET,
    /** A certificate with its private key, stored encrypted; only the certificate is ever shown. */
    CERTIFICATE;

    /** Whether the host stores values of this type encrypted and never shows them. */
    public boolean isConfidential() {
        return this == SECRET || this == CERTIFICATE;
    }
}
