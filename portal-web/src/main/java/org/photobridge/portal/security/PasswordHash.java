package org.photobridge.portal.security;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.KeySpec;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as it is stored: {@code algorithm:rounds:salt:hash}, by the JDK's PBKDF2.
 * <p>The same text as Jakarta Security's {@code Pbkdf2PasswordHash} writes, which can't be had without a server: the
 * command line makes passwords too.
 */
record PasswordHash(int rounds, byte[] salt, byte[] hash) {
    /** What OWASP asks for with SHA-512. */
    static final int ROUNDS = 210_000;

    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int BYTES = 32;

    static PasswordHash of(char[] password) {
        byte[] salt = new byte[BYTES];
        new SecureRandom().nextBytes(salt);
        return new PasswordHash(ROUNDS, salt, derive(password, salt, ROUNDS, BYTES));
    }

    static PasswordHash parse(String stored) {
        String[] parts = stored.split(":");
        if (parts.length != 4 || !parts[0].equals(ALGORITHM)) {
            throw new IllegalArgumentException("A stored password isn't of a known form");
        }
        Base64.Decoder base64 = Base64.getDecoder();
        return new PasswordHash(Integer.parseInt(parts[1]), base64.decode(parts[2]), base64.decode(parts[3]));
    }

    boolean matches(char[] password) {
        return MessageDigest.isEqual(hash, derive(password, salt, rounds, hash.length));
    }

    String text() {
        Base64.Encoder base64 = Base64.getEncoder();
        return String.join(
                ":", ALGORITHM, Integer.toString(rounds), base64.encodeToString(salt), base64.encodeToString(hash));
    }

    private static byte[] derive(char[] password, byte[] salt, int rounds, int bytes) {
        try {
            KeySpec spec = new PBEKeySpec(password, salt, rounds, bytes * Byte.SIZE);
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells nothing: a record would show its parts. */
    @Override
    public String toString() {
        return "PasswordHash";
    }
}
