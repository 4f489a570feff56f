package org.photobridge.portal.connection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.photobridge.portal.provider.ProviderRole;
import org.photobridge.spi.LocalText;

/**
 * A connection as pages show it; nothing of it is secret.
 *
 * @param provider what the provider calls itself; its id if it can't be used
 * @param providerUsable whether the provider is there and works
 * @param stored what is stored of each confidential setting
 * @param usedBy the names of the plans that use it
 */
public record ConnectionView(
        long id,
        long version,
        String name,
        String providerId,
        LocalText provider,
        boolean providerUsable,
        ProviderRole role,
        OptionalLong registration,
        Map<String, String> values,
        Map<String, StoredSecret> stored,
        Network network,
        Optional<KnownHealth> health,
        List<String> usedBy) {

    /** That a secret is stored, and what may be said of it. */
    public record StoredSecret(Instant setAt, String shown) {}
}
