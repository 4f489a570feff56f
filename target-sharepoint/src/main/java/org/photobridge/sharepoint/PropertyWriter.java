package org.photobridge.sharepoint;

import java.util.Map;
import org.photobridge.spi.CallContext;

/** A way to set properties of somebody's profile. */
interface PropertyWriter {
    /** Sets properties in the map's order. */
    void set(String accountName, Map<String, String> properties, CallContext call);

    /** How many requests that many properties take. */
    int requests(int properties);
}
