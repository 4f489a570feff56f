package org.photobridge.simulator.http;

/** How a response leaves the server. */
public enum Delivery {
    WHOLE,
    /** The connection ends before the first byte. */
    CUT,
    /** The connection is reset, before the first byte: the client sees an error where a cut is an end. */
    RESET,
    /** The connection ends after half of the body. */
    HALF_BODY
}
