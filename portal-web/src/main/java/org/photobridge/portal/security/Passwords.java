package org.photobridge.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Optional;

/** Hashes and checks passwords with PBKDF2, and makes new ones. */
@ApplicationScoped
class Passwords {
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 5;
    private static final int GROUP_LENGTH = 4;

    private final String nobodysHash = hash(generate().toCharArray());

    String hash(char[] password) {
        return PasswordHash.of(password).text();
    }

    boolean matches(char[] password, String stored) {
        return PasswordHash.parse(stored).matches(password);
    }

    /**
     * Whether this is the user's password. Takes as long for nobody, and for somebody without a password, so that the
     * time of an answer doesn't tell whether a user exists.
     */
    boolean isRight(Optional<PortalUser> user, char[] password) {
        Optional<String> stored = user.flatMap(PortalUser::passwordHash);
        boolean right = matches(password, stored.orElse(nobodysHash));
        return right && stored.isPresent() && user.get().isEnabled();
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
