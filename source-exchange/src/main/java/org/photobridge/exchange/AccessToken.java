package org.photobridge.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A token for Graph: what is sent, until when, and what it says of the app. It doesn't show itself. */
final class AccessToken {
    private final String value;
    private final Instant usedUntil;
    private final Json claims;

    /** @param usedUntil when another is to be fetched, a good while before the token ends */
    AccessToken(String value, Instant usedUntil) {
        this.value = value;
        this.usedUntil = usedUntil;
        this.claims = claims(value);
    }

    String value() {
        return value;
    }

    boolean isFreshAt(Instant now) {
        return now.isBefore(usedUntil);
    }

    /** Whether it could be looked into: a service may give tokens that only it can read. */
    boolean isReadable() {
        return claims.isObject();
    }

    /** The permissions that the tenant has consented to. */
    List<String> roles() {
        return claims.texts("roles");
    }

    /** The tenant that issued it. */
    Optional<String> tenantId() {
        return claims.text("tid");
    }

    private static Json claims(String token) {
        String[] parts = token.split("\\.");
        return Json.parse(parts.length == 3 ? decoded(parts[1]) : "");
    }

    private static String decoded(String part) {
        try {
            return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "AccessToken[until " + usedUntil + "]";
    }
}
