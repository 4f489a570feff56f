package org.photobridge.simulator.entra;

import java.time.Instant;
import java.util.Set;
import org.photobridge.simulator.http.Site;

/**
 * What a genuine token says.
 *
 * @param audience as asked for, without a trailing slash: https://localhost:9442
 * @param site the site that the audience means
 * @param roles granted when the token was made
 * @param claimsAskedFor the claims parameter of the request for it; empty if there was none
 */
public record AccessToken(
        String appId,
        String audience,
        Site site,
        Set<String> roles,
        Credential credential,
        Instant expires,
        String claimsAskedFor) {

    public boolean has(String role) {
        return roles.contains(role);
    }

    public boolean hasAny(String... wanted) {
        return Set.of(wanted).stream().anyMatch(roles::contains);
    }
}
