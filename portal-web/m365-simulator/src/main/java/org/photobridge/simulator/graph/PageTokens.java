package org.photobridge.simulator.graph;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Skip tokens: opaque, signed, and good for an hour (the hour is invented; that they expire is documented). */
final class PageTokens {
    private static final Duration LIFE = Duration.ofHours(1);

    private final Clock clock;
    private final byte[] key = new byte[32];

    PageTokens(Clock clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    /**
     * Where a page begins.
     *
     * @param offset how many were shown before
     * @param empty whether this page shows nothing and only leads on
     */
    record Place(int offset, boolean empty) {
        static final Place START = new Place(0, false);
    }

    String write(Place place) {
        long expires = clock.instant().plus(LIFE).getEpochSecond();
        String text = place.offset() + "." + place.empty() + "." + expires;
        byte[] body = text.getBytes(StandardCharsets.US_ASCII);
        byte[] sum = sum(body);
        byte[] whole = Arrays.copyOf(sum, sum.length + body.length);
        System.arraycopy(body, 0, whole, sum.length, body.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    Place read(String token) {
        if (token.isEmpty()) {
            return Place.START;
        }
        try {
            byte[] whole = Base64.getUrlDecoder().decode(token);
            byte[] body = Arrays.copyOfRange(whole, 16, whole.length);
            if (Arrays.equals(sum(body), Arrays.copyOf(whole, 16))) {
                return unexpired(new String(body, StandardCharsets.US_ASCII).split("\\."));
            }
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        throw invalid();
    }

    private Place unexpired(String[] parts) {
        if (Instant.ofEpochSecond(Long.parseLong(parts[2])).isBefore(clock.instant())) {
            throw new GraphException(
                    400,
                    "Directory_ExpiredPageToken",
                    "The specified page token value has expired and " + "can no longer be included in your request.");
        }
        return new Place(Integer.parseInt(parts[0]), Boolean.parseBoolean(parts[1]));
    }

    private static GraphException invalid() {
        return GraphException.badRequest("Skip token is null or unable to parse.");
    }

    private byte[] sum(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(body), 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
