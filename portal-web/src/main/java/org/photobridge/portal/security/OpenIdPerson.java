package org.photobridge.portal.security;

import java.util.List;
import org.photobridge.spi.Secret;

/**
 * Whom a provider vouches for.
 *
 * @param subject the provider's own unchanging name for the person, alone with the issuer what identifies them
 * @param values what the claim for roles lists
 * @param isGroupsLeftOut whether it lists nothing because there would be too much to list
 * @param idToken what the provider signed; it ends the session there, too
 */
record OpenIdPerson(
        String issuer,
        String subject,
        String name,
        String displayName,
        List<String> values,
        boolean isGroupsLeftOut,
        Secret idToken) {}
