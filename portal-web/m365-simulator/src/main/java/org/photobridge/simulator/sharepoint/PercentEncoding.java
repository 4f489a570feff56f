package org.photobridge.simulator.sharepoint;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Percent encoding as SharePoint reads and writes it: in a path a plus sign is a plus sign. */
final class PercentEncoding {
    private static final Set<Character> KEPT_IN_PATH =
            Set.of('-', '_', '.', '~', '/', '(', ')', '\'', '!', '*', ',', '@');

    private static final Set<Character> KEPT_ANYWHERE = Set.of('-', '_', '.', '~');

    private PercentEncoding() {}

    static String decodePath(String raw) throws InvalidExpression {
        return decode(raw, false);
    }

    /** Invented: a raw plus sign in a query is a space, so clients must encode it. */
    static String decodeQuery(String raw) throws InvalidExpression {
        return decode(raw, true);
    }

    static String encodePath(String path) {
        return encode(path, KEPT_IN_PATH);
    }

    static String encodeParameter(String value) {
        return encode(value, KEPT_ANYWHERE);
    }

    private static String encode(String text, Set<Character> kept) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            if (isAlphanumeric(character) || kept.contains(character)) {
                encoded.append(character);
            } else {
                encoded.append('%').append("%02X".formatted((int) character));
            }
        }
        return encoded.toString();
    }

    private static boolean isAlphanumeric(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9';
    }

    private static String decode(String raw, boolean plusIsSpace) throws InvalidExpression {
        byte[] octets = raw.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(octets.length);
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] == '%') {
                decoded.write(hex(raw, octets, i + 1));
                i += 2;
            } else {
                decoded.write(plusIsSpace && octets[i] == '+' ? ' ' : octets[i]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    private static int hex(String raw, byte[] octets, int at) throws InvalidExpression {
        if (at + 1 >= octets.length) {
            throw new InvalidExpression(raw);
        }
        int high = Character.digit(octets[at], 16);
        int low = Character.digit(octets[at + 1], 16);
        if (high < 0 || low < 0) {
            throw new InvalidExpression(raw);
        }
        return high * 16 + low;
    }
}
