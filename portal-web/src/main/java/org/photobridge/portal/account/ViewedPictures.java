package org.photobridge.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Previous pictures between the moment that somebody opened them and the browser's asking: in memory, briefly, each for one viewer. */
@ApplicationScoped
class ViewedPictures {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 100;

    /** A picture, of whom, and for whom. */
    record Viewed(LiveReadings.Whom whom, String owner, Instant at, ViewPicture picture) {}

    private final Map<String, Viewed> pictures = new LinkedHashMap<>();
    private final Clock clock;

    protected ViewedPictures() {
        this(null);
    }

    @Inject
    ViewedPictures(Clock clock) {
        this.clock = clock;
    }

    /** Gives the name to ask for the picture by: it can't be guessed. */
    synchronized String keep(LiveReadings.Whom whom, String owner, ViewPicture picture) {
        forgetOld();
        String token = UUID.randomUUID().toString();
        pictures.put(token, new Viewed(whom, owner, clock.instant(), picture));
        return token;
    }

    /** The picture of this name; empty if there is none for this owner, or not any more. */
    synchronized Optional<Viewed> find(String token, String owner) {
        forgetOld();
        return Optional.ofNullable(pictures.get(token))
                .filter(viewed -> viewed.owner().equals(owner));
    }

    /** Forgets a person's pictures, whoever has opened them. */
    synchronized void forget(LiveReadings.Whom whom) {
        pictures.values().removeIf(viewed -> viewed.whom().equals(whom));
    }

    private void forgetOld() {
        Instant oldest = clock.instant().minus(KEPT);
        Iterator<Viewed> all = pictures.values().iterator();
        while (all.hasNext()) {
            if (all.next().at().isBefore(oldest) || pictures.size() >= MOST) {
                all.remove();
            }
        }
    }
}
