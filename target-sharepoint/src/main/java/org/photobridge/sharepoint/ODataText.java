package org.photobridge.sharepoint;

import java.nio.charset.StandardCharsets;

/**
 * Writes texts into SharePoint's addresses. Not {@code URLEncoder}: its {@code +} for a space is a plus sign in a path,
 * and an apostrophe must be doubled for OData before it is escaped for the address.
 */
final class ODataText {
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";

    private ODataText() {}

    /** A text literal with its quotes, for a path or a query. */
    static String literal(String text) {
        return "'" + escape(text.replace("'", "''")) + "'";
    }

    /** Percent-escapes everything but letters, digits and four harmless signs. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char sign = (char) (each & 0xff);
            if (PLAIN.indexOf(sign) >= 0) {
                escaped.append(sign);
            } else {
                escaped.append(String.format("%%%02X", each & 0xff));
            }
        }
        return escaped.toString();
    }
}
