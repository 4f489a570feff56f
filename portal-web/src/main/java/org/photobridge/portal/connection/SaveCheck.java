package org.photobridge.portal.connection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.photobridge.spi.Secret;

/** Checks what only saving a connection can get wrong: its name, a lost race, and secrets that must be entered again. */
final class SaveCheck {
    private final ConnectionInput input;
    private final Optional<ProviderConnection> stored;
    private final ConnectionCheck settings;
    private final ConnectionRepository store;
    private final Vault vault;

    SaveCheck(
            ConnectionInput input,
            Optional<ProviderConnection> stored,
            ConnectionCheck settings,
            ConnectionRepository store,
            Vault vault) {
        this.input = input;
        this.stored = stored;
        this.settings = settings;
        this.store = store;
        this.vault = vault;
    }

    List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        RegistrationCheck.name(input.name()).ifPresent(problems::add);
        if (store.isConnectionNameTaken(input.name(), input.id().orElse(-1))) {
            problems.add(FieldProblem.of(FieldProblem.NAME, "connection.problem.name-taken"));
        }
        if (input.id().isPresent() && stored.map(ProviderConnection::version).orElse(-1L) != input.version()) {
            problems.add(FieldProblem.of(FieldProblem.VERSION, "connection.problem.version"));
        }
        problems.addAll(lostSecrets());
        Set<String> told = problems.stream().map(FieldProblem::field).collect(Collectors.toSet());
        settings.problems().stream()
                .filter(problem -> !told.contains(problem.field()))
                .forEach(problems::add);
        if (mustConfirm() && !isConfirmed()) {
            problems.add(FieldProblem.of(FieldProblem.CONFIRMED_SECRET, "connection.problem.confirm-secret"));
        }
        return problems;
    }

    /** What is agreed once this is saved, given that there are no problems: {@link Agreement#NONE} if nothing is needed. */
    String agreed() {
        return agreement()
                .filter(Agreement::isNeeded)
                .map(Agreement::fingerprint)
                .orElse(Agreement.NONE);
    }

    /** Whether the app registration's client secret would travel by a way that nobody who knows it has agreed to. */
    private boolean mustConfirm() {
        String given = stored.map(ProviderConnection::agreed).orElse(Agreement.NONE);
        return agreement().filter(needed -> !needed.isGivenBy(given)).isPresent();
    }

    /** Empty if no client secret of an app registration would be sent. */
    private Optional<Agreement> agreement() {
        return settings.usesRegistrationSecret()
                ? registration().map(known -> known.agreement(ConnectionForms.route(input)))
                : Optional.empty();
    }

    private Optional<AppRegistration> registration() {
        return input.registration().isPresent()
                ? store.registration(input.registration().getAsLong())
                : Optional.empty();
    }

    private boolean isConfirmed() {
        Optional<Secret> kept = registration().flatMap(vault::open);
        return kept.isPresent()
                && input.confidential()
                        .confirmed()
                        .filter(typed -> isEqual(typed, kept.get()))
                        .isPresent();
    }

    private static boolean isEqual(Secret one, Secret other) {
        return MessageDigest.isEqual(
                one.reveal().getBytes(StandardCharsets.UTF_8), other.reveal().getBytes(StandardCharsets.UTF_8));
    }

    /** Stored secrets that were entered for another route, and weren't entered again. */
    private List<FieldProblem> lostSecrets() {
        String route = ConnectionForms.route(input).fingerprint();
        List<FieldProblem> problems = new ArrayList<>();
        stored.map(ProviderConnection::secrets)
                .ifPresent(kept -> kept.forEach((name, secret) -> {
                    boolean again = input.confidential().secrets().containsKey(name)
                            || input.confidential().certificates().containsKey(name);
                    if (!secret.route().equals(route) && !again) {
                        problems.add(FieldProblem.of(name, "connection.problem.secret-again"));
                    }
                }));
        return problems;
    }
}
