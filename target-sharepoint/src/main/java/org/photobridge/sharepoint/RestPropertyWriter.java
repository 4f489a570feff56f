package org.photobridge.sharepoint;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.photobridge.spi.CallContext;

/** Sets properties by REST: one request for each. */
final class RestPropertyWriter implements PropertyWriter {
    private final SharePointHosts hosts;

    RestPropertyWriter(SharePointHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public void set(String accountName, Map<String, String> properties, CallContext call) {
        properties.forEach((name, value) -> hosts.send(request(accountName, name, value), call));
    }

    private static ServiceRequest request(String accountName, String name, String value) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("accountName", accountName);
        body.put("propertyName", name);
        body.put("propertyValue", value);
        return ServiceRequest.post(
                Site.ADMIN,
                Profiles.PEOPLE_MANAGER + "SetSingleValueProfileProperty",
                "application/json;odata=nometadata",
                Json.write(body).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int requests(int properties) {
        return properties;
    }
}
