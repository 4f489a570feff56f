package org.photobridge.portal.security;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.security.SecureRandom;
import java.util.Map;

/** Hashes and checks passwords with PBKDF2, and makes new ones. */
@ApplicationScoped
class Passwords {
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 5;
    private static final int GROUP_LENGTH = 4;

    @Inject
    private Pbkdf2PasswordHash hash;

    private String nobodysHash;

    @PostConstruct
    void prepare() {
        hash.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations", "210000",
                "Pbkdf2PasswordHash.SaltSizeBytes", "32"));
        nobodysHash = hash(generate().toCharArray());
    }

    String hash(char[] password) {
        return hash.generate(password);
    }

    boolean matches(char[] password, String stored) {
        return hash.verify(password, stored);
    }

    /** Takes as long as a real check, so that the time of an answer doesn't tell whether a user exists. */
    void spendTheTimeOfACheck(char[] password) {
        hash.verify(password, nobodysHash);
    }

    /** Twenty letters and digits that can't be mistaken for each other: a hundred bits. */
    static String generate() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
