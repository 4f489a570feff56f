package org.photobridge.portal.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A short key that is equal for equal content: SHA-256 over the parts' lengths and texts. */
final class ContentKey {

    private ContentKey() {}

    static String of(Object... parts) {
        StringBuilder all = new StringBuilder();
        for (Object part : parts) {
            append(all, part);
        }
        return sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void append(StringBuilder all, Object part) {
        if (part instanceof List<?> list) {
            list.stream().map(String::valueOf).sorted().forEach(item -> append(all, item));
            return;
        }
        String text = String.valueOf(part);
        all.append(text.length()).append(':').append(text);
    }

    static String ofBytes(byte[] bytes) {
        return sha256(bytes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
