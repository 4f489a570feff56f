package org.photobridge.simulator.directory;

/** Numbers that look random and are the same for the same seed, index and purpose. */
final class Mix {
    private Mix() {}

    static long of(long seed, long index, String purpose) {
        long mixed = stir(seed) ^ stir(index + 0x51ED270B9L) ^ stir(purpose.hashCode() * 0x2545F4914F6CDD1DL);
        return stir(mixed);
    }

    /** From 0 up to, not including, the bound. */
    static int below(int bound, long seed, long index, String purpose) {
        return (int) Long.remainderUnsigned(of(seed, index, purpose), bound);
    }

    private static long stir(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
