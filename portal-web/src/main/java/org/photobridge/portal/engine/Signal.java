package org.photobridge.portal.engine;

/** What is wanted of a running run. */
public enum Signal {
    GO_ON,
    PAUSE,
    CANCEL,
    /** The portal shuts down; the run goes on later, here or elsewhere. */
    SHUT_DOWN
}
