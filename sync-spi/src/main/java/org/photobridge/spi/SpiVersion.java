package org.photobridge.spi;

/**
 * The version of this contract, as a provider's manifest names it in {@code Photobridge-Spi-Version}.
 *
 * <p>A host loads a provider whose major number equals its own and whose minor number is not higher.
 */
public record SpiVersion(int major, int minor) implements Comparable<SpiVersion> {

    /** The version that this package defines. */
    public static final SpiVersion CURRENT = new SpiVersion(1, 0);

    /**
     * Reads {@code major.minor}.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static SpiVersion parse(String text) {
        String trimmed = text.trim();
        if (!trimmed.matches("\\d{1,4}\\.\\d{1,4}")) {
            throw new IllegalArgumentException("An SPI version looks like 1.0, not like '" + trimmed + "'");
        }
        int dot = trimmed.indexOf('.');
        return new SpiVersion(
                Integer.parseInt(trimmed.substring(0, dot)), Integer.parseInt(trimmed.substring(dot + 1)));
    }

    /** Whether a host that implements this version can load a provider made for {@code provider}. */
    public boolean accepts(SpiVersion provider) {
        return major == provider.major && minor >= provider.minor;
    }

    @Override
    public int compareTo(SpiVersion other) {
        return major == other.major ? Integer.compare(minor, other.minor) : Integer.compare(major, other.major);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
