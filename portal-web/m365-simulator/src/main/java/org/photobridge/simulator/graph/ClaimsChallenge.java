package org.photobridge.simulator.graph;

/** Whom continuous access evaluation turns away with a demand for more claims (the header is documented). */
public enum ClaimsChallenge {
    NOBODY,
    /** Whoever's token wasn't asked for with the claims that were demanded. */
    TOKENS_WITHOUT_CLAIMS,
    /** Whatever they do, as where a policy shuts an app out. */
    EVERYBODY
}
