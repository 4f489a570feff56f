package org.photobridge.portal.security;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.photobridge.spi.Secret;

/**
 * With which OpenID provider people may sign in, and what it says about their roles.
 *
 * @param name what the button calls the provider
 * @param rolesClaim the claim of the id token that lists roles or groups
 * @param roles the role for each value of that claim
 * @param limits the group of people for each value of that claim; empty leaves limits to the accounts page
 * @param redirect where the provider sends people back to, if it isn't what their browser calls the portal
 */
record OpenIdSettings(
        String name,
        URI issuer,
        String clientId,
        Secret clientSecret,
        String rolesClaim,
        Map<String, Role> roles,
        OpenIdLimits limits,
        Optional<URI> redirect) {

    /** The highest role that the values of the claim give; empty if they give none. */
    Optional<Role> role(List<String> values) {
        return values.stream().filter(roles::containsKey).map(roles::get).max(Comparator.naturalOrder());
    }
}
