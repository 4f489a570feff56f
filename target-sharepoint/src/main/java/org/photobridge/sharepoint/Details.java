package org.photobridge.sharepoint;

/** Makes a service's text fit for a log line. */
final class Details {
    private static final int LONGEST = 300;

    private Details() {}

    /** One line of at most three hundred characters. */
    static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
