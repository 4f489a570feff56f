package org.photobridge.simulator.sharepoint;

import org.photobridge.simulator.http.SimResponse;

/** Turns a result into the answer of one call. */
@FunctionalInterface
interface Reply {
    SimResponse of(Result result);
}
