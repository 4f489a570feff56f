package org.photobridge.portal.security;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.photobridge.portal.platform.RefusedStartException;

/**
 * Which people somebody may see, by what the provider says of them.
 * <p>Once there are such limits, nobody sees everybody because nothing was said.
 */
final class OpenIdLimits {
    /** Limits are set by hand only. */
    static final OpenIdLimits NONE = new OpenIdLimits(Map.of());

    private static final String EVERYBODY = "everybody";
    private static final String ANYBODY_ELSE = "*";

    /**
     * Whom somebody may see.
     *
     * @param limit empty for everybody
     */
    record Reach(Optional<PeopleLimit> limit) {}

    private final Map<String, Reach> byValue;

    private OpenIdLimits(Map<String, Reach> byValue) {
        this.byValue = byValue;
    }

    /** @param words a limit in words, for each value of the claim; the first that somebody has counts */
    static OpenIdLimits of(Map<String, String> words) {
        Map<String, Reach> byValue = new LinkedHashMap<>();
        words.forEach((value, limit) -> byValue.put(value, reach(limit)));
        return new OpenIdLimits(byValue);
    }

    private static Reach reach(String words) {
        return words.equals(EVERYBODY) ? new Reach(Optional.empty()) : new Reach(Optional.of(limit(words)));
    }

    private static PeopleLimit limit(String words) {
        String[] parts = words.split("/", 3);
        if (parts.length != 3 || !parts[0].matches("\\d{1,18}") || parts[1].isBlank()) {
            throw new RefusedStartException("photobridge.oidc.limits: " + words
                    + " should be <number of the source connection>/<group id>/<group name>, or " + EVERYBODY + ".");
        }
        return new PeopleLimit(Long.parseLong(parts[0]), parts[1], parts[2]);
    }

    /**
     * Whom somebody with these values of the claim may see; empty if that can't be said.
     *
     * @param present the limit that the account has, by an earlier sign-in or by hand: it stays where the provider says
     *     nothing of the person
     */
    Optional<Reach> reach(List<String> values, Optional<PeopleLimit> present) {
        if (byValue.isEmpty()) {
            return Optional.of(new Reach(present));
        }
        Optional<Reach> said =
                byValue.keySet().stream().filter(values::contains).findFirst().map(byValue::get);
        return said.or(() -> present.map(limit -> new Reach(Optional.of(limit))))
                .or(() -> Optional.ofNullable(byValue.get(ANYBODY_ELSE)));
    }
}
