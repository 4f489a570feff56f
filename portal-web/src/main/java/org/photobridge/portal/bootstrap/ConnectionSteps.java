package org.photobridge.portal.bootstrap;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.photobridge.portal.connection.BootstrapDoor;
import org.photobridge.portal.connection.Cloud;
import org.photobridge.portal.connection.ConnectionInput;
import org.photobridge.portal.connection.ConnectionInput.Confidential;
import org.photobridge.portal.connection.FieldProblem;
import org.photobridge.portal.connection.Network;
import org.photobridge.portal.connection.RegistrationInput;
import org.photobridge.portal.connection.Saved;
import org.photobridge.portal.provider.LimitOverrides;
import org.photobridge.portal.provider.LimitOverrides.Allowance;
import org.photobridge.portal.provider.ProviderRole;
import org.photobridge.spi.ClientCertificate;
import org.photobridge.spi.Secret;

/** Makes the file's app registrations and connections. */
final class ConnectionSteps {
    private static final Duration LONGEST_WINDOW = Duration.ofDays(366);

    private final BootstrapDoor door;
    private final References references;
    private final Map<String, Long> registrations = new HashMap<>();
    private final Map<String, RegistrationInput> registrationInputs = new HashMap<>();
    private final Map<String, Long> connections = new HashMap<>();

    ConnectionSteps(BootstrapDoor door, References references) {
        this.door = door;
        this.references = references;
    }

    /** Ids of the connections that are there so far, by name; of one that failed, -1. */
    Map<String, Long> connections() {
        return connections;
    }

    void registration(Section section) {
        try (section) {
            String name = section.required("name");
            Optional<Secret> secret = references.secret(section, "clientSecret");
            RegistrationInput input = new RegistrationInput(
                    OptionalLong.empty(),
                    0,
                    name,
                    section.required("tenantId"),
                    section.required("clientId"),
                    section.text("cloud").orElse(Cloud.GLOBAL.value()),
                    section.text("loginUrl").orElse(""),
                    secret.orElseGet(() -> Secret.of("")),
                    false);
            Optional<ClientCertificate> certificate = references.certificate(section, "certificate");
            Saved saved = door.save(input);
            report(section, saved.problems(), key -> key);
            registrations.merge(name, saved.id(), Math::max);
            registrationInputs.putIfAbsent(name, input);
            certificate.filter(known -> saved.isDone()).ifPresent(known -> door.add(saved.id(), known));
        }
    }

    void connection(Section section) {
        try (section) {
            String name = section.required("name");
            String registration = section.text("appRegistration").orElse("");
            Confidential confidential = new Confidential(
                    secrets(section),
                    certificates(section),
                    Optional.ofNullable(registrationInputs.get(registration)).map(RegistrationInput::clientSecret));
            ConnectionInput input = new ConnectionInput(
                    OptionalLong.empty(),
                    0,
                    name,
                    section.required("provider"),
                    section.word("role", ProviderRole.class, roleOf(section)),
                    idOf(section, registration),
                    section.values("values"),
                    confidential,
                    new Network(
                            section.text("proxy").orElse(""),
                            references.text(section, "caFile").orElse("")),
                    Optional.of(limits(section)));
            save(section, input, registration);
        }
    }

    private void save(Section section, ConnectionInput input, String registration) {
        boolean told = !registration.isEmpty() && input.registration().isEmpty();
        Saved saved = told && registrationInputs.containsKey(registration)
                ? Saved.not(door.problems(input, registrationInputs.get(registration)))
                : door.save(input);
        List<FieldProblem> problems = saved.problems().stream()
                .filter(problem -> !(told && problem.field().equals(FieldProblem.REGISTRATION)))
                .toList();
        report(section, problems, key -> keyOf(input, key));
        reportUnknown(section, input);
        connections.merge(input.name(), saved.id(), Math::max);
    }

    /** A misspelt property would be dropped in silence, and its default used. */
    private void reportUnknown(Section section, ConnectionInput input) {
        Set<String> known = door.propertiesOf(input);
        Map<String, Set<String>> given = Map.of(
                "values", input.values().keySet(),
                "secrets", input.confidential().secrets().keySet(),
                "certificates", input.confidential().certificates().keySet());
        given.forEach((group, names) -> names.stream()
                .filter(name -> !known.isEmpty() && !known.contains(name))
                .forEach(name ->
                        section.problem(group + "." + name, "is unknown here; known are " + String.join(", ", known))));
    }

    private ProviderRole roleOf(Section section) {
        if (section.text("role").isEmpty()) {
            section.problem("role", "is missing: source or target");
        }
        return ProviderRole.SOURCE;
    }

    private OptionalLong idOf(Section section, String registration) {
        if (registration.isEmpty()) {
            return OptionalLong.empty();
        }
        Long id = registrations.get(registration);
        if (id == null) {
            section.problem("appRegistration", "there is no app registration '" + registration + "' in this file");
        }
        return id == null || id < 0 ? OptionalLong.empty() : OptionalLong.of(id);
    }

    private Map<String, Secret> secrets(Section section) {
        Map<String, Secret> secrets = new HashMap<>();
        section.section("secrets")
                .ifPresent(all -> all.keys()
                        .forEach(name -> references.secret(all, name).ifPresent(secret -> secrets.put(name, secret))));
        return secrets;
    }

    private Map<String, ClientCertificate> certificates(Section section) {
        Map<String, ClientCertificate> certificates = new HashMap<>();
        section.section("certificates")
                .ifPresent(all -> all.keys()
                        .forEach(name -> references
                                .certificate(all, name)
                                .ifPresent(certificate -> certificates.put(name, certificate))));
        return certificates;
    }

    private LimitOverrides limits(Section section) {
        Map<String, Allowance> limits = new HashMap<>();
        section.named("limits").forEach((name, limit) -> {
            try (limit) {
                long units = limit.number("units", 1, 1_000_000_000, 0);
                Optional<Duration> window = window(limit);
                if (!limit.has("units")) {
                    limit.problem("units", "is missing");
                }
                window.filter(known -> units > 0).ifPresent(known -> limits.put(name, new Allowance(units, known)));
            }
        });
        return new LimitOverrides(limits);
    }

    private static Optional<Duration> window(Section limit) {
        String text = limit.required("window");
        try {
            Optional<Duration> window = text.isEmpty() ? Optional.empty() : Optional.of(Duration.parse(text));
            if (window.filter(known -> !isPossible(known)).isPresent()) {
                limit.problem("window", "must be whole seconds, from PT1S to P366D");
                return Optional.empty();
            }
            return window;
        } catch (DateTimeException e) {
            limit.problem("window", "must be a length of time such as PT1M, not '" + text + "'");
            return Optional.empty();
        }
    }

    /** A part of a second couldn't be stored, and would be lost in silence. */
    private static boolean isPossible(Duration window) {
        return window.getNano() == 0 && window.toSeconds() >= 1 && window.compareTo(LONGEST_WINDOW) <= 0;
    }

    private static void report(
            Section section, List<FieldProblem> problems, java.util.function.UnaryOperator<String> keys) {
        problems.forEach(problem -> section.problemUnlessTold(
                keys.apply(problem.field()), problem.text().get(Locale.ENGLISH)));
    }

    /** Where in the file a form's field is. */
    private String keyOf(ConnectionInput input, String field) {
        return switch (field) {
            case FieldProblem.NAME, FieldProblem.PROXY, FieldProblem.PROVIDER -> field;
            case FieldProblem.REGISTRATION, FieldProblem.CONFIRMED_SECRET -> "appRegistration";
            case FieldProblem.EXTRA_CA -> "caFile";
            default -> field.startsWith(FieldProblem.LIMITS) ? field : door.groupOf(input, field) + "." + field;
        };
    }
}
