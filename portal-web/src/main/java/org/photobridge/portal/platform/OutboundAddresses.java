package org.photobridge.portal.platform;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The addresses that nothing of ours ever connects to, whatever a setting says: the metadata services of clouds, which
 * hand out the machine's own credentials, the neighbours on its link, and what is no host at all.
 *
 * <p>Loopback and private networks are fine: a proxy, a mail server or a lab may well be there.
 */
public final class OutboundAddresses {
    private static final Set<String> FORBIDDEN_NAMES = Set.of(
            "metadata", "metadata.google.internal", "metadata.goog", "instance-data", "instance-data.ec2.internal");

    /** Metadata and platform services outside the link-local range: Azure, Alibaba, Oracle, AWS by IPv6 (two of them). */
    private static final List<AddressRange> FORBIDDEN = ranges(
            "168.63.129.16",
            "100.100.100.200",
            "192.0.0.192",
            "fd00:ec2::254",
            "fd00:ec2::23",
            "fd20:ce::254",
            "0.0.0.0/8",
            "240.0.0.0/4");

    /** Ranges that carry an IPv4 address inside: NAT64, 6to4, IPv4-compatible. */
    private static final List<Embedding> EMBEDDINGS = List.of(
            new Embedding(AddressRange.of("64:ff9b::/96"), 12),
            new Embedding(AddressRange.of("2002::/16"), 2),
            new Embedding(AddressRange.of("::/96"), 12));

    private static final Pattern NUMBER_LIKE = Pattern.compile("(.*\\.)?(0x[0-9a-f]*|[0-9]+)\\.?");

    private OutboundAddresses() {}

    /** Whether a host, as it is written, is such an address. Asks no name server. */
    public static boolean isForbidden(String host) {
        String plain = plain(host);
        if (FORBIDDEN_NAMES.contains(plain)) {
            return true;
        }
        if (plain.contains(":")) {
            return isForbiddenLiteral(plain);
        }
        if (!NUMBER_LIKE.matcher(plain).matches()) {
            return false;
        }
        // Octal, hexadecimal, too few parts: programs differ in what they read there.
        return !AddressRange.isPlainIpv4(plain) || isForbiddenLiteral(plain);
    }

    /**
     * Whether a host is such an address, or its name leads to one now. To be asked right before connecting: a name that
     * was harmless when it was saved may lead elsewhere since.
     *
     * <p>Whoever connects looks the name up once more. The JVM remembers its answer for half a minute, so both see the
     * same one, but for a name whose time runs out just between; and whoever answers there then needs a certificate for
     * that name, unless the operator lets something go out in the clear.
     */
    public static boolean leadsToForbidden(String host) {
        if (isForbidden(host)) {
            return true;
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(plain(host))).anyMatch(OutboundAddresses::isForbidden);
        } catch (UnknownHostException e) {
            return false; // an unknown name is its caller's to report
        }
    }

    public static boolean isForbidden(InetAddress address) {
        return address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || FORBIDDEN.stream().anyMatch(range -> range.contains(address))
                || address instanceof Inet6Address six && !six.isLoopbackAddress() && isForbiddenInside(six);
    }

    private static boolean isForbiddenInside(Inet6Address address) {
        return EMBEDDINGS.stream()
                .filter(embedding -> embedding.range().contains(address))
                .anyMatch(embedding -> isForbidden(embedding.inside(address)));
    }

    private static boolean isForbiddenLiteral(String host) {
        try {
            return isForbidden(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return true; // looks like an address and is none
        }
    }

    private static String plain(String host) {
        String lower = host.strip().toLowerCase(Locale.ROOT);
        String open = lower.startsWith("[") && lower.endsWith("]") ? lower.substring(1, lower.length() - 1) : lower;
        return open.endsWith(".") ? open.substring(0, open.length() - 1) : open;
    }

    private static List<AddressRange> ranges(String... texts) {
        return Arrays.stream(texts).map(AddressRange::of).toList();
    }

    /** A range of IPv6 addresses in which four bytes are an IPv4 address. */
    private record Embedding(AddressRange range, int from) {
        InetAddress inside(Inet6Address address) {
            try {
                return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), from, from + 4));
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
