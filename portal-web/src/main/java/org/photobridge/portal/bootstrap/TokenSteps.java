package org.photobridge.portal.bootstrap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.photobridge.portal.security.ApiTokens;
import org.photobridge.portal.security.Role;
import org.photobridge.spi.Secret;

/** Makes the file's API tokens. */
final class TokenSteps {
    private final ApiTokens tokens;
    private final References references;

    TokenSteps(ApiTokens tokens, References references) {
        this.tokens = tokens;
        this.references = references;
    }

    void token(Section section) {
        try (section) {
            String name = section.required("name");
            Set<Role> roles = section.words("roles", Role.class, Set.of(Role.VIEWER));
            Optional<Secret> token = references.secret(section, "token");
            if (!section.has("token")) {
                section.problem("token", "is missing");
            }
            if (name.length() > 100) {
                section.problem("name", "has at most 100 characters");
            }
            if (roles.isEmpty()) {
                section.problemUnlessTold("roles", "names at least one role");
            }
            if (tokens.isNameTaken(name)) {
                section.problem("name", "is that of another token");
            }
            Optional<Instant> expiresAt = section.text("goodUntil").flatMap(day -> endOf(day, section));
            Optional<String> wrong = token.flatMap(this::problem);
            wrong.ifPresent(words -> section.problem("token", words));
            if (wrong.isEmpty() && !name.isEmpty() && name.length() <= 100 && !tokens.isNameTaken(name)) {
                token.ifPresent(known -> tokens.add(name, known, roles, expiresAt));
            }
        }
    }

    /** The end of the last day on which a token is good. */
    private static Optional<Instant> endOf(String day, Section section) {
        try {
            return Optional.of(LocalDate.parse(day)
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant());
        } catch (DateTimeParseException e) {
            section.problem("goodUntil", "must be a day such as 2027-06-30, not '" + day + "'");
            return Optional.empty();
        }
    }

    private Optional<String> problem(Secret token) {
        return ApiTokens.problem(token.reveal())
                .or(() -> tokens.isPrefixTaken(token)
                        ? Optional.of("Another token begins with the same " + ApiTokens.PREFIX + " characters.")
                        : Optional.empty());
    }
}
