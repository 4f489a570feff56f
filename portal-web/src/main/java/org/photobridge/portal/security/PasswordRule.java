package org.photobridge.portal.security;

import java.util.Optional;

/** What a password chosen by a person must be. Length is what counts: no rule about digits or signs. */
final class PasswordRule {
    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    private PasswordRule() {}

    /** The key of what is wrong with a password for this name; empty if nothing is. */
    static Optional<String> problem(String name, String password) {
        if (password.length() < SHORTEST) {
            return Optional.of("password.short");
        }
        if (password.length() > LONGEST) {
            return Optional.of("password.long");
        }
        if (PortalUserRepository.canonical(password).contains(PortalUserRepository.canonical(name))
                && password.strip().length() < name.strip().length() + SHORTEST) {
            return Optional.of("password.name");
        }
        return password.chars().distinct().count() < 5 ? Optional.of("password.simple") : Optional.empty();
    }
}
