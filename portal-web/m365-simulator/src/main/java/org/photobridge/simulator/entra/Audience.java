package org.photobridge.simulator.entra;

import java.util.Optional;
import java.util.Set;
import org.photobridge.simulator.directory.Resource;
import org.photobridge.simulator.http.Site;
import org.photobridge.simulator.http.SiteUrls;

/**
 * The service that a token is for.
 *
 * @param written as asked for, without a trailing slash
 */
public record Audience(String written, Site site) {
    private static final Set<String> GRAPH_NAMES =
            Set.of("https://graph.microsoft.com", "00000003-0000-0000-c000-000000000000");

    /** The service that a scope's resource names, if this tenant has it: Graph, or one of the SharePoint hosts. */
    public static Optional<Audience> of(String resource, SiteUrls urls) {
        String trimmed = resource.replaceAll("/+$", "");
        if (GRAPH_NAMES.contains(trimmed)) {
            return Optional.of(new Audience(trimmed, Site.GRAPH));
        }
        return urls.named(trimmed).map(site -> new Audience(trimmed, site));
    }

    public Resource resource() {
        return site == Site.GRAPH ? Resource.GRAPH : Resource.SHAREPOINT;
    }
}
