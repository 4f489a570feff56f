package org.photobridge.simulator.directory;

/** The service whose app roles are granted; roles of one mean nothing to the other, though some share a name. */
public enum Resource {
    GRAPH,
    SHAREPOINT
}
