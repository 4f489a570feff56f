package org.photobridge.portal.plan;

import java.time.Instant;

/** Who is protected, by whom, since when and why. */
public record ProtectedPerson(
        long sourceConnection, String accountId, String name, String reason, String by, Instant at) {}
