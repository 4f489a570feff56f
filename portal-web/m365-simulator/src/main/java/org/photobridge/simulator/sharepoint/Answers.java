package org.photobridge.simulator.sharepoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.photobridge.simulator.http.SimResponse;

/** Writes results and refusals in the metadata level that the client asked for. */
final class Answers {
    private Answers() {}

    static SimResponse of(Result result, MetadataLevel level, String api) {
        if (level == MetadataLevel.XML) {
            return xml(200, Xml.document(result.json(MetadataLevel.NONE, api)));
        }
        return json(200, level, result.json(level, api));
    }

    static SimResponse of(SharePointError error, MetadataLevel level) {
        SimResponse response = level == MetadataLevel.XML
                ? xml(error.status(), error.xml())
                : json(error.status(), level, error.json(level));
        return with(response, error.headers());
    }

    static SimResponse withCommonHeaders(SimResponse response) {
        return with(response, SharePointHeaders.common());
    }

    private static SimResponse with(SimResponse response, Map<String, String> headers) {
        SimResponse more = response;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            more = more.with(header.getKey(), header.getValue());
        }
        return more;
    }

    private static SimResponse json(int status, MetadataLevel level, JsonNode body) {
        return SimResponse.of(status, level.contentType(), Json.bytes(body));
    }

    private static SimResponse xml(int status, String body) {
        return SimResponse.of(status, MetadataLevel.XML.contentType(), body.getBytes(StandardCharsets.UTF_8));
    }
}
