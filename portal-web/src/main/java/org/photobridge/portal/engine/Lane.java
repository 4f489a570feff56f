package org.photobridge.portal.engine;

/** How urgent a run is; both lanes pass the same gate, on-demand first. */
public enum Lane {
    BULK,
    /** Up to 20 people, somebody is waiting. */
    ON_DEMAND
}
