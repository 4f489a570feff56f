package org.photobridge.portal.connection;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.photobridge.portal.connection.ConnectionDraft.Settings;
import org.photobridge.spi.ClientCertificate;
import org.photobridge.spi.ConfigProperty;
import org.photobridge.spi.ConfigSchema;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.Secret;

/** Checks settings against a provider's schema, every property at once, and makes the provider's typed settings. */
final class SchemaCheck {
    private static final int LONGEST_VALUE = 20_000;

    private final ConfigSchema schema;
    private final Settings settings;
    private final HostPolicy hosts;

    SchemaCheck(ConfigSchema schema, Settings settings, HostPolicy hosts) {
        this.schema = schema;
        this.settings = settings;
        this.hosts = hosts;
    }

    List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        for (ConfigProperty property : schema.properties()) {
            if (isShown(property)) {
                problem(property).ifPresent(text -> problems.add(new FieldProblem(property.name(), text)));
            }
        }
        return problems;
    }

    /** The settings with defaults filled in and hidden ones left out. */
    ProviderConfig config() {
        Map<String, String> values = new HashMap<>();
        Map<String, Secret> secrets = new HashMap<>();
        Map<String, ClientCertificate> certificates = new HashMap<>();
        for (ConfigProperty property : schema.properties()) {
            String name = property.name();
            value(property).ifPresent(value -> values.put(name, value));
            if (isShown(property)) {
                Optional.ofNullable(settings.secrets().get(name)).ifPresent(secret -> secrets.put(name, secret));
                Optional.ofNullable(settings.certificates().get(name))
                        .ifPresent(certificate -> certificates.put(name, certificate));
            }
        }
        return ProviderConfig.of(values, secrets, certificates);
    }

    /** Whether a property is in use, given the values of those that it depends on. */
    boolean isShown(ConfigProperty property) {
        return isShown(property, new HashSet<>());
    }

    private boolean isShown(ConfigProperty property, Set<String> asked) {
        return asked.add(property.name())
                && property.dependsOn().entrySet().stream()
                        .allMatch(wanted -> schema.property(wanted.getKey())
                                .filter(other -> isShown(other, new HashSet<>(asked)))
                                .flatMap(this::typed)
                                .filter(wanted.getValue()::equals)
                                .isPresent());
    }

    private Optional<String> value(ConfigProperty property) {
        return isShown(property) ? typed(property) : Optional.empty();
    }

    /** What was typed, or the default; for a confidential property nothing. */
    private Optional<String> typed(ConfigProperty property) {
        if (property.type().isConfidential()) {
            return Optional.empty();
        }
        return Optional.ofNullable(settings.values().get(property.name()))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .or(property::defaultValue);
    }

    private Optional<LocalText> problem(ConfigProperty property) {
        boolean there = property.type().isConfidential()
                ? isConfidentialThere(property)
                : value(property).isPresent();
        if (!there) {
            return property.isRequired() ? Optional.of(Words.of("connection.problem.required")) : Optional.empty();
        }
        return value(property).flatMap(value -> problem(property, value));
    }

    private boolean isConfidentialThere(ConfigProperty property) {
        return settings.secrets().containsKey(property.name())
                || settings.certificates().containsKey(property.name());
    }

    private Optional<LocalText> problem(ConfigProperty property, String value) {
        if (value.length() > LONGEST_VALUE) {
            return Optional.of(Words.of("connection.problem.long"));
        }
        return switch (property.type()) {
            case STRING -> wordsIf(value.lines().count() > 1, "connection.problem.lines");
            case INTEGER -> wordsIf(!isWholeNumber(value), "connection.problem.integer");
            case BOOLEAN -> wordsIf(!value.equals("true") && !value.equals("false"), "connection.problem.boolean");
            case DURATION -> wordsIf(!isDuration(value), "connection.problem.duration");
            case URI -> hosts.problem(value);
            case CHOICE -> wordsIf(!isChoice(property, value), "connection.problem.choice");
            case TEXT, SECRET, CERTIFICATE -> Optional.empty();
        };
    }

    private static Optional<LocalText> wordsIf(boolean wrong, String key) {
        return wrong ? Optional.of(Words.of(key)) : Optional.empty();
    }

    private static boolean isWholeNumber(String value) {
        try {
            Long.parseLong(value);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isDuration(String value) {
        try {
            return !Duration.parse(value).isNegative();
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isChoice(ConfigProperty property, String value) {
        return property.choices().stream().anyMatch(choice -> choice.value().equals(value));
    }
}
