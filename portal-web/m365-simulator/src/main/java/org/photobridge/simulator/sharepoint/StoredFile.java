package org.photobridge.simulator.sharepoint;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A file in the library.
 *
 * @param path server-relative, decoded
 * @param version 1 for a new file; every overwrite raises it, and with it the ETag
 */
record StoredFile(String path, UUID id, int version, Instant created, Instant modified, Blob content) {

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String etag() {
        return "\"{" + id.toString().toUpperCase(java.util.Locale.ROOT) + "}," + version + "\"";
    }

    /** SP.File with the members that were recorded, in their order; Length is a text (observed). */
    Entity entity() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("CheckInComment", "");
        members.put("CheckOutType", 2);
        members.put("ContentTag", "{" + id + "}," + version + ",1");
        members.put("CustomizedPageStatus", 0);
        members.put("ETag", etag());
        members.put("Exists", true);
        members.put("ExistsAllowThrowForPolicyFailures", true);
        members.put("IrmEnabled", false);
        members.put("Length", Long.toString(content.length()));
        members.put("Level", 1);
        members.put("LinkingUri", null);
        members.put("LinkingUrl", "");
        members.put("MajorVersion", version);
        members.put("MinorVersion", 0);
        members.put("Name", name());
        members.put("ServerRelativeUrl", path);
        members.put("TimeCreated", time(created));
        members.put("TimeLastModified", time(modified));
        members.put("Title", "");
        members.put("UIVersion", 512 * version);
        members.put("UIVersionLabel", version + ".0");
        members.put("UniqueId", id.toString());
        return new Entity("SP.File", "SP.ApiData.Files1", address(), members);
    }

    private String address() {
        return "Web/GetFileByServerRelativePath(decodedurl='" + PercentEncoding.encodePath(path.replace("'", "''"))
                + "')";
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
