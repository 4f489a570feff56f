package org.photobridge.portal.security;

import java.time.Duration;
import java.util.Optional;

/**
 * What an admin gives for a new API token.
 *
 * @param goodFor until when it is taken, counted from now; empty is for ever
 */
public record ApiTokenInput(
        String name, String owner, Role role, Optional<Duration> goodFor, Optional<PeopleLimit> limit) {}
