package org.photobridge.portal.security;

import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;

/** Carries past the container, which knows only yes and no, that a sign-in wasn't looked at since it has to wait. */
@RequestScoped
class SignInTry {
    private Duration wait = Duration.ZERO;

    /** Zero if name and password were looked at. */
    Duration mustWait() {
        return wait;
    }

    void mustWait(Duration left) {
        wait = left;
    }
}
