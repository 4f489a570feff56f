package org.photobridge.simulator.sharepoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** What a REST call answers, before a metadata level gives it its shape. */
interface Result {

    /**
     * The body.
     *
     * @param level XML is written from the shape without metadata
     * @param api the address of {@code _api} as the client sees it, for the ids of entities
     */
    JsonNode json(MetadataLevel level, String api);

    /** The same result with these members only; results without members stay as they are. */
    default Result select(Set<String> members) {
        return this;
    }
}
