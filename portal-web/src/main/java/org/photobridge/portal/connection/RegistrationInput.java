package org.photobridge.portal.connection;

import java.util.OptionalLong;
import org.photobridge.spi.Secret;

/**
 * An app registration as somebody typed it.
 *
 * @param id empty for a new one
 * @param version the version that was on the screen
 * @param loginUrl only for the cloud {@code custom}; else empty
 * @param clientSecret empty text to keep the stored one
 * @param forgetSecret to have no client secret any more
 */
public record RegistrationInput(
        OptionalLong id,
        long version,
        String name,
        String tenantId,
        String clientId,
        String cloud,
        String loginUrl,
        Secret clientSecret,
        boolean forgetSecret) {

    boolean hasNewSecret() {
        return !clientSecret.reveal().isBlank();
    }
}
