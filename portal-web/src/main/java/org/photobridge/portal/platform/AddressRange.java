package org.photobridge.portal.platform;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A block of network addresses: {@code 10.0.0.0/8}, {@code fd00::/8}, or one address. */
public final class AddressRange {
    private static final String PART = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(PART + "(\\." + PART + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final byte[] network;
    private final int bits;

    private AddressRange(byte[] network, int bits) {
        this.network = network.clone();
        this.bits = bits;
    }

    /** @throws IllegalArgumentException if the text is no such block; a name is none */
    public static AddressRange of(String text) {
        String[] parts = text.strip().split("/", -1);
        byte[] network = literal(parts[0], text).getAddress();
        int bits = parts.length == 1 ? network.length * 8 : length(parts, text);
        if (bits > network.length * 8) {
            throw no(text);
        }
        return new AddressRange(network, bits);
    }

    /** Reads an address without asking a name server. */
    static InetAddress literal(String text, String whole) {
        if (!isPlainIpv4(text) && !IPV6.matcher(text).matches()) {
            throw no(whole);
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Four decimal numbers without leading zeros: what all programs read alike. */
    static boolean isPlainIpv4(String text) {
        return IPV4.matcher(text).matches();
    }

    public boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != network.length) {
            return false;
        }
        BigInteger difference = new BigInteger(1, bytes).xor(new BigInteger(1, network));
        return difference.bitLength() <= bytes.length * 8 - bits;
    }

    private static int length(String[] parts, String whole) {
        if (parts.length != 2 || !parts[1].matches("[0-9]{1,3}")) {
            throw no(whole);
        }
        return Integer.parseInt(parts[1]);
    }

    private static IllegalArgumentException no(String text) {
        return new IllegalArgumentException("'" + text + "' is no address and no range of addresses");
    }
}
