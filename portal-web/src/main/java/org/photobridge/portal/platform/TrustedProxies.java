package org.photobridge.portal.platform;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The proxies in front of the portal that the operator has declared: what they say of the client is believed, what
 * anybody else says is not.
 */
public final class TrustedProxies {
    public static final String SETTING = "photobridge.proxies";

    private final List<AddressRange> ranges;

    private TrustedProxies(List<AddressRange> ranges) {
        this.ranges = ranges;
    }

    /** Reads {@code 10.0.0.0/8, 192.168.1.7}; refuses what is no such list, in words. */
    public static TrustedProxies of(String list) {
        try {
            return new TrustedProxies(Arrays.stream(list.split(","))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .map(AddressRange::of)
                    .toList());
        } catch (IllegalArgumentException e) {
            throw new RefusedStartException(
                    SETTING + " must list addresses or ranges such as 10.0.0.0/8, separated by commas: "
                            + e.getMessage() + ".",
                    e);
        }
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Whether this address is a declared proxy's. */
    public boolean contains(String address) {
        return address(address).filter(this::contains).isPresent();
    }

    /**
     * The client, given who is connected and the list of addresses that proxies have written down, each at its end.
     * <p>It is read from that end: the first one that is no proxy of ours is the client, and what stands before it is
     * the client's own talk.
     */
    public String client(String peer, List<String> forwardedFor) {
        String client = peer;
        for (int i = forwardedFor.size() - 1; i >= 0 && contains(client); i--) {
            Optional<InetAddress> before = address(forwardedFor.get(i));
            if (before.isEmpty()) {
                break;
            }
            client = before.get().getHostAddress();
        }
        return client;
    }

    private boolean contains(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    /** Some proxies add the client's port: {@code 203.0.113.7:4711}, {@code [2001:db8::7]:4711}. */
    private static Optional<InetAddress> address(String text) {
        String plain = text.strip();
        if (plain.startsWith("[") && plain.contains("]")) {
            plain = plain.substring(1, plain.indexOf(']'));
        } else if (plain.indexOf(':') > 0 && plain.indexOf(':') == plain.lastIndexOf(':')) {
            plain = plain.substring(0, plain.indexOf(':'));
        }
        int zone = plain.indexOf('%');
        try {
            return Optional.of(AddressRange.literal(zone < 0 ? plain : plain.substring(0, zone), text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
