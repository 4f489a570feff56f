package org.photobridge.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.photobridge.portal.security.SignInAddressRepository.Window;

/**
 * Bounds the failed tries from one address, so that nobody tries one password with many names.
 * <p>An office shares an address, hence so many; a try that succeeds is taken back, and does not clear the others.
 */
@ApplicationScoped
class SignInAddress {
    static final int MOST = 30;
    static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int NETWORK_BYTES = 8;

    private final SignInAddressRepository tries;
    private final Clock clock;

    /** For the container's proxy only. */
    protected SignInAddress() {
        this(null, null);
    }

    @Inject
    SignInAddress(SignInAddressRepository tries, Clock clock) {
        this.tries = tries;
        this.clock = clock;
    }

    /** How long this address has to wait before its next try; zero if it may try now. */
    @Transactional
    Duration remaining(String address) {
        Window window = window(key(address));
        return window.tries() < MOST
                ? Duration.ZERO
                : Duration.between(clock.instant(), window.beganAt().plus(WINDOW));
    }

    /** Counts a try before its password is looked at. */
    @Transactional
    void tried(String address) {
        String key = key(address);
        tries.forgetBefore(clock.instant().minus(WINDOW));
        Window window = window(key);
        tries.store(key, new Window(window.beganAt(), window.tries() + 1));
    }

    @Transactional
    void succeeded(String address) {
        String key = key(address);
        Window window = window(key);
        tries.store(key, new Window(window.beganAt(), Math.max(0, window.tries() - 1)));
    }

    private Window window(String key) {
        Instant now = clock.instant();
        return tries.find(key)
                .filter(known -> known.beganAt().plus(WINDOW).isAfter(now))
                .orElse(new Window(now, 0));
    }

    /** A household or a server has a whole /64 of IPv6 to itself: its addresses count as one. */
    static String key(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
