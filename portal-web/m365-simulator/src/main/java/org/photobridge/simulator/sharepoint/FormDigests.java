package org.photobridge.simulator.sharepoint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.photobridge.simulator.http.SimRequest;
import org.photobridge.simulator.http.Site;

/**
 * The digests by which a browser shows that it changes something on purpose (documented): given to whoever asks, for one
 * host and half an hour. Callers with a token need none.
 */
final class FormDigests {
    static final Duration LIFE = Duration.ofSeconds(1800);
    private static final int REMEMBERED = 1000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd MMM yyyy HH:mm:ss -0000", Locale.ENGLISH);

    private final Clock clock;
    private final Map<String, Given> given = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Given> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Given(Site site, Instant until) {}

    FormDigests(Clock clock) {
        this.clock = clock;
    }

    synchronized String give(Site site) {
        Instant now = clock.instant();
        String digest = "0x" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT) + ","
                + TIME.format(now.atOffset(ZoneOffset.UTC));
        given.put(digest, new Given(site, now.plus(LIFE)));
        return digest;
    }

    /** @throws SharePointError if the request carries no good digest of its host */
    synchronized void require(SimRequest request) throws SharePointError {
        Given known = given.get(request.header("X-RequestDigest").orElse(""));
        if (known == null || known.site() != request.site() || !known.until().isAfter(clock.instant())) {
            throw SharePointError.securityValidation();
        }
    }
}
