package org.photobridge.sharepoint;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A token for one of the tenant's hosts. It has no text form: tokens don't belong into logs. */
final class AccessToken {
    /** Entra's tokens live an hour or more; one that ends within this time is renewed first. */
    private static final Duration EARLY = Duration.ofMinutes(5);

    private final String value;
    private final Instant usedUntil;

    /** One that lives shortly is used for half of its life, lest every request sign in. */
    AccessToken(String value, Instant now, Instant expires) {
        Duration half = Duration.between(now, expires).dividedBy(2);
        this.value = value;
        this.usedUntil = expires.minus(half.compareTo(EARLY) < 0 ? half : EARLY);
    }

    String value() {
        return value;
    }

    /** Whether its claims can be read; nothing says that a token must have any. */
    boolean isReadable() {
        return claims().isObject();
    }

    boolean isFreshAt(Instant now) {
        return now.isBefore(usedUntil);
    }

    /** The application roles that an admin consented to. For reports only: nothing is decided by it. */
    List<String> roles() {
        return claims().get("roles").items().stream()
                .flatMap(role -> role.text().stream())
                .toList();
    }

    /** The tenant that issued it. */
    Optional<String> tenant() {
        return claims().text("tid");
    }

    private Json claims() {
        String[] parts = value.split("\\.");
        if (parts.length < 2) {
            return Json.NOTHING;
        }
        try {
            byte[] claims = Base64.getUrlDecoder().decode(parts[1].getBytes(StandardCharsets.US_ASCII));
            return Json.parse(claims).orElse(Json.NOTHING);
        } catch (IllegalArgumentException e) {
            return Json.NOTHING; // an opaque token is as good a token
        }
    }

    @Override
    public String toString() {
        return "AccessToken[hidden]";
    }
}
