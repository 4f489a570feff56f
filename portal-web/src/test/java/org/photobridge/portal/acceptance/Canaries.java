package org.photobridge.portal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Secrets that were planted, and how to recognize them in bytes: as text, wide text, hexadecimal, Base64. */
final class Canaries {
    private static final int ENOUGH_OF_A_KEY = 24;

    /** A signed token of whatever kind: access tokens aren't known beforehand. */
    private static final Pattern SIGNED_TOKEN =
            Pattern.compile("eyJ[A-Za-z0-9_-]{16,}\\.eyJ[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}");

    private final Map<String, List<String>> forms = new LinkedHashMap<>();

    void add(String name, String secret) {
        assertThat(secret).as(name).hasSizeGreaterThan(8);
        forms.put(name, formsOf(secret.getBytes(StandardCharsets.UTF_8), secret));
    }

    /** A private key in PEM: a piece out of its middle, as no other key has it. */
    void addKey(String name, String pem) {
        String body = pem.substring(pem.indexOf("PRIVATE KEY-----") + 16);
        byte[] key = Base64.getMimeDecoder().decode(body.substring(0, body.indexOf("-----END")));
        int middle = key.length / 2 / 3 * 3;
        byte[] piece = Arrays.copyOfRange(key, middle, middle + ENOUGH_OF_A_KEY);
        forms.put(name, formsOf(piece, latin(piece)));
    }

    /** The names of those that are in there. */
    List<String> in(byte[] bytes) {
        String plain = latin(bytes);
        String narrow = plain.replace("\0", "");
        String unwrapped = plain.replaceAll("\\s", "");
        String lower = plain.toLowerCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        forms.forEach((name, looks) -> {
            if (looks.stream()
                    .anyMatch(form -> plain.contains(form)
                            || narrow.contains(form)
                            || unwrapped.contains(form)
                            || lower.contains(form))) {
                found.add(name);
            }
        });
        if (SIGNED_TOKEN.matcher(narrow).find()) {
            found.add("access token");
        }
        return found;
    }

    private static List<String> formsOf(byte[] bytes, String text) {
        List<String> looks = new ArrayList<>(List.of(text, HexFormat.of().formatHex(bytes)));
        for (int shift = 0; shift < 3; shift++) {
            looks.add(base64(bytes, shift, Base64.getEncoder()));
            looks.add(base64(bytes, shift, Base64.getUrlEncoder()));
        }
        return looks;
    }

    /** How it looks inside a longer text that was encoded as a whole: without what its neighbours have a part in. */
    private static String base64(byte[] bytes, int shift, Base64.Encoder encoder) {
        byte[] shifted = new byte[bytes.length + shift];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        String encoded = encoder.withoutPadding().encodeToString(shifted);
        return encoded.substring(shift == 0 ? 0 : 4, shifted.length / 3 * 4);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
