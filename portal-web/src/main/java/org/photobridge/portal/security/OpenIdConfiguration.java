package org.photobridge.portal.security;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.photobridge.portal.platform.DatabaseReady;
import org.photobridge.portal.platform.RefusedStartException;
import org.photobridge.spi.Secret;

/** Reads {@code photobridge.oidc.*} once; half a configuration ends the start, in words. */
@ApplicationScoped
class OpenIdConfiguration {
    private static final String PREFIX = "photobridge.oidc.";

    private final Config config;
    private Optional<OpenIdSettings> settings = Optional.empty();

    OpenIdConfiguration() {
        this(ConfigProvider.getConfig());
    }

    OpenIdConfiguration(Config config) {
        this.config = config;
    }

    void onStart(@Observes @Priority(50) DatabaseReady ready) {
        settings = read();
    }

    /** Empty if nobody can sign in with such a provider here. */
    Optional<OpenIdSettings> settings() {
        return settings;
    }

    Optional<OpenIdSettings> read() {
        return value("issuer")
                .map(issuer -> new OpenIdSettings(
                        value("name").orElse("Microsoft"),
                        issuer(issuer),
                        needed("client-id"),
                        clientSecret(),
                        value("roles-claim").orElse("roles"),
                        roles(needed("roles")),
                        value("limits")
                                .map(limits -> OpenIdLimits.of(pairs("limits", limits)))
                                .orElse(OpenIdLimits.NONE),
                        value("redirect-uri").map(text -> uri("redirect-uri", text))));
    }

    private static URI issuer(String text) {
        URI issuer = uri("issuer", text);
        OpenIdCalls.problem(issuer).ifPresent(problem -> {
            throw new RefusedStartException(PREFIX + "issuer " + problem + ", but is set to " + text);
        });
        return issuer;
    }

    private static URI uri(String property, String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedStartException(PREFIX + property + " is no address: " + text, e);
        }
    }

    private Secret clientSecret() {
        Optional<String> secret =
                value("client-secret").or(() -> value("client-secret-file").map(this::content));
        return Secret.of(secret.orElseThrow(() -> missing("client-secret-file")));
    }

    private String content(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new RefusedStartException(PREFIX + "client-secret-file can't be read: " + e, e);
        }
    }

    /** {@code value=role, value=role}. */
    private static Map<String, Role> roles(String text) {
        Map<String, Role> roles = new LinkedHashMap<>();
        pairs("roles", text).forEach((value, role) -> roles.put(value, role(role)));
        return roles;
    }

    private static Role role(String text) {
        try {
            return Role.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new RefusedStartException(
                    PREFIX + "roles: " + text + " is no role. There are viewer, operator, admin, provider-admin.", e);
        }
    }

    private static Map<String, String> pairs(String property, String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text.split(",")) {
            int sign = pair.lastIndexOf('=');
            if (sign < 1) {
                throw new RefusedStartException(PREFIX + property + ": '" + pair.strip() + "' has no '='.");
            }
            pairs.put(pair.substring(0, sign).strip(), pair.substring(sign + 1).strip());
        }
        return pairs;
    }

    private String needed(String name) {
        return value(name).orElseThrow(() -> missing(name));
    }

    private static RefusedStartException missing(String name) {
        return new RefusedStartException(PREFIX + name + " is missing: " + PREFIX + "issuer is set, so it's needed.");
    }

    private Optional<String> value(String name) {
        return config.getOptionalValue(PREFIX + name, String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
