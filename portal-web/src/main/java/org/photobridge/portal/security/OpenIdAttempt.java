package org.photobridge.portal.security;

import java.io.Serializable;

/**
 * A sign-in that was begun and waits for the provider's answer; kept in the session, good for one answer.
 *
 * @param state ties the answer to this browser
 * @param nonce ties the id token to this attempt
 * @param verifier proves that whoever brings the code also asked for it (PKCE)
 * @param from the page that was wanted
 */
record OpenIdAttempt(String state, String nonce, String verifier, String from) implements Serializable {
    /** Tells nothing of its secrets. */
    @Override
    public String toString() {
        return "OpenIdAttempt";
    }
}
