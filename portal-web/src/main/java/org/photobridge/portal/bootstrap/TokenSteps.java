package org.photobridge.portal.bootstrap;

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
                section.problem("roles", "names at least one role");
            }
            Optional<String> wrong = token.flatMap(this::problem);
            wrong.ifPresent(words -> section.problem("token", words));
            if (wrong.isEmpty() && !name.isEmpty() && name.length() <= 100) {
                token.ifPresent(known -> tokens.add(name, known, roles));
            }
        }
    }

    private Optional<String> problem(Secret token) {
        return ApiTokens.problem(token.reveal())
                .or(() -> tokens.isPrefixTaken(token)
                        ? Optional.of("Another token begins with the same " + ApiTokens.PREFIX + " characters.")
                        : Optional.empty());
    }
}
