package org.photobridge.simulator.sharepoint;

import java.util.Locale;

/** How much the client wants to hear about types: the level that its Accept header asks for (observed). */
enum MetadataLevel {
    NONE("application/json;odata=nometadata;streaming=true;charset=utf-8"),
    MINIMAL("application/json;odata=minimalmetadata;streaming=true;charset=utf-8"),
    VERBOSE("application/json;odata=verbose;charset=utf-8"),
    /** Without a JSON type in Accept SharePoint speaks XML, to the surprise of many clients. */
    XML("application/xml;charset=utf-8");

    private final String contentType;

    MetadataLevel(String contentType) {
        this.contentType = contentType;
    }

    static MetadataLevel of(String accept) {
        String wanted = accept.toLowerCase(Locale.ROOT).replace(" ", "");
        if (!wanted.contains("json")) {
            return XML;
        }
        if (wanted.contains("odata=verbose")) {
            return VERBOSE;
        }
        return wanted.contains("odata=nometadata") || wanted.contains("odata.metadata=none") ? NONE : MINIMAL;
    }

    String contentType() {
        return contentType;
    }
}
