package org.photobridge.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Decides whether a password may be looked at now, given how often its name and the caller's address were tried. */
@ApplicationScoped
class SignInTries {
    private static final String UNKNOWN_ADDRESS = "unknown";

    private final SignInDelay names;
    private final SignInAddress addresses;

    /** For the container's proxy only. */
    protected SignInTries() {
        this(null, null);
    }

    @Inject
    SignInTries(SignInDelay names, SignInAddress addresses) {
        this.names = names;
        this.addresses = addresses;
    }

    /**
     * Counts a try, for known and unknown names alike.
     *
     * @return how long name or address have to wait instead, and then nothing was counted; zero if it may go on
     */
    Duration tried(String name) {
        Duration byAddress = addresses.tried(address());
        if (!byAddress.isZero()) {
            return byAddress;
        }
        Duration byName = names.tried(name);
        if (!byName.isZero()) {
            addresses.takeBack(address());
        }
        return byName;
    }

    /** A password that was right after all doesn't count among the tries from an address. */
    void wasNoGuess() {
        addresses.takeBack(address());
    }

    private static String address() {
        return Caller.current().address().orElse(UNKNOWN_ADDRESS);
    }
}
