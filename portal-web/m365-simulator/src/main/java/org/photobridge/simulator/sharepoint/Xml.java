package org.photobridge.simulator.sharepoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The XML that clients get who didn't ask for JSON: members only, without the wrappings of Atom (invented shape). */
final class Xml {
    private static final String DATA = "http://schemas.microsoft.com/ado/2007/08/dataservices";

    private Xml() {}

    static String document(JsonNode plain) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        xml.append("<d:properties xmlns:d=\"").append(DATA).append("\">");
        members(xml, plain);
        return xml.append("</d:properties>").toString();
    }

    private static void members(StringBuilder xml, JsonNode object) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            element(xml, member.getKey(), member.getValue());
        }
    }

    private static void element(StringBuilder xml, String name, JsonNode value) {
        xml.append("<d:").append(name).append('>');
        if (value.isObject()) {
            members(xml, value);
        } else if (value.isArray()) {
            value.forEach(item -> element(xml, "element", item));
        } else if (!value.isNull()) {
            xml.append(escape(value.asText()));
        }
        xml.append("</d:").append(name).append('>');
    }

    /** Escapes text, and leaves out what XML 1.0 can't hold at all. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().filter(Xml::allowed).forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }

    private static boolean allowed(int character) {
        return character >= 0x20 || character == '\t' || character == '\n' || character == '\r';
    }
}
