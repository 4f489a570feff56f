package org.photobridge.sharepoint;

import java.util.Optional;

/**
 * A request to one of the three hosts.
 *
 * @param path the path and query on that host, escaped; a request can't name another host
 */
record ServiceRequest(Site site, String method, String path, Optional<Content> content) {
    /** A body with its media type. */
    record Content(String mediaType, byte[] bytes) {}

    static ServiceRequest get(Site site, String path) {
        return new ServiceRequest(site, "GET", path, Optional.empty());
    }

    static ServiceRequest post(Site site, String path, String mediaType, byte[] bytes) {
        return new ServiceRequest(site, "POST", path, Optional.of(new Content(mediaType, bytes)));
    }

    /** A POST without a body. */
    static ServiceRequest post(Site site, String path) {
        return new ServiceRequest(site, "POST", path, Optional.empty());
    }

    /** SharePoint takes a deletion as a POST that says so. */
    static ServiceRequest delete(Site site, String path) {
        return new ServiceRequest(site, "DELETE", path, Optional.empty());
    }

    boolean isDeletion() {
        return method.equals("DELETE");
    }
}
