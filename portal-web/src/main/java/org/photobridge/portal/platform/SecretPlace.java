package org.photobridge.portal.platform;

import java.nio.charset.StandardCharsets;

/** Where a sealed value lives; a value sealed for one place doesn't open in another. */
public record SecretPlace(String table, String row, String column) {

    public static SecretPlace of(String table, long row, String column) {
        return new SecretPlace(table, Long.toString(row), column);
    }

    /** Lengths go first, so that no two places share their bytes. */
    byte[] bytes() {
        String text = table.length() + ":" + table + row.length() + ":" + row + column.length() + ":" + column;
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
