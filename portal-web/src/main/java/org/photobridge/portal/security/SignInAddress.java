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

    /**
     * Counts a try before its password is looked at; stored at once, whatever becomes of what is going on.
     *
     * @return how long the address has to wait instead, and then nothing was counted; zero if it may try
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    Duration tried(String address) {
        Instant now = Moment.of(clock);
        Instant over = now.minus(WINDOW);
        tries.forgetBefore(over);
        return tries.count(key(address), now, over, MOST)
                .map(began -> Duration.between(now, began.plus(WINDOW)))
                .filter(left -> !left.isNegative())
                .orElse(Duration.ZERO);
    }

    /** A try that was no guess after all. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    void takeBack(String address) {
        tries.takeBack(key(address));
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
