package org.photobridge.simulator.sharepoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The headers that SharePoint puts on every answer (observed). */
final class SharePointHeaders {
    static final String LIBRARY_VERSION = "16.0.26713.12010";

    private SharePointHeaders() {}

    static Map<String, String> common() {
        String request = UUID.randomUUID().toString();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("SPRequestGuid", request);
        headers.put("request-id", request);
        headers.put("SPClientServiceRequestDuration", "12");
        headers.put("X-SharePointHealthScore", "1");
        headers.put("X-SP-SERVERSTATE", "ReadOnly=0");
        headers.put("MicrosoftSharePointTeamServices", "16.0.0.26713");
        headers.put("DATASERVICEVERSION", "3.0");
        return headers;
    }
}
