package org.photobridge.portal.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks an app registration's form, all fields at once.
 *
 * <p>The client id may come later: the certificate is made here first, and the app is registered with it. A connection
 * misses it before it is used.
 */
final class RegistrationCheck {
    static final String TENANT = "tenantId";
    static final String CLIENT = "clientId";
    static final String CLOUD = "cloud";
    static final String LOGIN_URL = "loginUrl";

    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]*\\.)+[A-Za-z]{2,}");
    private static final int LONGEST_SECRET = 500;

    private final RegistrationInput input;
    private final HostPolicy hosts;

    RegistrationCheck(RegistrationInput input, HostPolicy hosts) {
        this.input = input;
        this.hosts = hosts;
    }

    /** Where this app signs in; empty if the form doesn't say. */
    static String loginUrl(RegistrationInput input) {
        return Cloud.of(input.cloud())
                .map(cloud -> cloud == Cloud.CUSTOM ? input.loginUrl().strip() : cloud.loginUrl())
                .orElse("");
    }

    List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        name(input.name()).ifPresent(problems::add);
        String tenant = input.tenantId().strip();
        if (!GUID.matcher(tenant).matches() && !DOMAIN.matcher(tenant).matches()) {
            problems.add(FieldProblem.of(TENANT, "registration.problem.tenant"));
        }
        String client = input.clientId().strip();
        if (!client.isEmpty() && !GUID.matcher(client).matches()) {
            problems.add(FieldProblem.of(CLIENT, "registration.problem.client"));
        }
        cloud().ifPresent(problems::add);
        if (input.clientSecret().reveal().length() > LONGEST_SECRET) {
            problems.add(FieldProblem.of(SharedGroup.CLIENT_SECRET, "connection.problem.long"));
        }
        return problems;
    }

    static Optional<FieldProblem> name(String name) {
        if (name.isBlank()) {
            return Optional.of(FieldProblem.of(FieldProblem.NAME, "connection.problem.required"));
        }
        return name.strip().length() > 100
                ? Optional.of(FieldProblem.of(FieldProblem.NAME, "connection.problem.name-long"))
                : Optional.empty();
    }

    private Optional<FieldProblem> cloud() {
        Optional<Cloud> cloud = Cloud.of(input.cloud());
        if (cloud.isEmpty()) {
            return Optional.of(FieldProblem.of(CLOUD, "connection.problem.choice"));
        }
        if (cloud.get() != Cloud.CUSTOM) {
            return Optional.empty();
        }
        if (input.loginUrl().isBlank()) {
            return Optional.of(FieldProblem.of(LOGIN_URL, "connection.problem.required"));
        }
        return hosts.problem(input.loginUrl()).map(text -> new FieldProblem(LOGIN_URL, text));
    }
}
