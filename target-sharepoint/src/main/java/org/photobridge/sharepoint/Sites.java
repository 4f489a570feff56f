package org.photobridge.sharepoint;

import java.net.URI;

/** Where the tenant's three hosts are; each without a path. */
record Sites(URI admin, URI mySite, URI root) {
    URI of(Site site) {
        return switch (site) {
            case ADMIN -> admin;
            case MY_SITE -> mySite;
            case ROOT -> root;
        };
    }
}
