package org.photobridge.simulator.http;

/** The host that a request was meant for; Microsoft has one each, the simulator a port. */
public enum Site {
    /** login.microsoftonline.com */
    LOGIN,
    /** graph.microsoft.com */
    GRAPH,
    /** {tenant}.sharepoint.com */
    ROOT,
    /** {tenant}-my.sharepoint.com */
    MY,
    /** {tenant}-admin.sharepoint.com */
    ADMIN,
    /** The simulator's own; Microsoft has none. */
    CONTROL;

    public boolean isSharePoint() {
        return this == ROOT || this == MY || this == ADMIN;
    }
}
