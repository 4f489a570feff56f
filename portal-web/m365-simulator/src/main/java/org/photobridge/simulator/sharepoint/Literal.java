package org.photobridge.simulator.sharepoint;

/**
 * One value in an OData expression, as text.
 *
 * @param text the value without quotes; empty for null
 * @param kind how it was written
 */
record Literal(String text, Kind kind) {

    enum Kind {
        TEXT,
        BARE,
        NULL
    }

    boolean isTrue() {
        return kind == Kind.BARE && (text.equalsIgnoreCase("true") || text.equals("1"));
    }
}
