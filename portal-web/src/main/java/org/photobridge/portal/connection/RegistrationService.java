package org.photobridge.portal.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.connection.RegistrationView.CertificateView;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;

/** What admins do with app registrations. */
@ApplicationScoped
@Transactional
public class RegistrationService {
    @Inject
    private ConnectionRepository store;

    @Inject
    private Vault vault;

    @Inject
    private CustomHosts customHosts;

    @Inject
    private Audit audit;

    @Inject
    private ForbiddenHosts forbidden;

    @Inject
    private Clock clock;

    @Inject
    private Event<ConnectionChanged> changed;

    public List<RegistrationView> list() {
        Access.require(Role.VIEWER);
        return store.registrations().stream().map(this::view).toList();
    }

    public Optional<RegistrationView> find(long id) {
        Access.require(Role.VIEWER);
        return store.registration(id).map(this::view);
    }

    /** Whether pages may offer a sign-in host of one's own. */
    public boolean isCustomAllowed() {
        Access.require(Role.VIEWER);
        return customHosts.policy().isCustomAllowed();
    }

    /** Stores the form, or says everything that is wrong with it. */
    public Saved save(RegistrationInput input) {
        Access.require(Role.ADMIN);
        Optional<AppRegistration> stored =
                input.id().isPresent() ? store.registration(input.id().getAsLong()) : Optional.empty();
        List<FieldProblem> problems = problems(input, stored);
        if (!problems.isEmpty()) {
            forbidden.note("registration", input.name(), Route.of(List.of(input.loginUrl()), "", ""));
            return Saved.not(problems);
        }
        AppRegistration registration = stored.orElseGet(AppRegistration::empty);
        String before = stored.map(RegistrationService::words).orElse("");
        registration.fill(input, clock.instant());
        if (stored.isEmpty()) {
            store.add(registration);
        }
        keepSecret(registration, input);
        store.flush();
        record(registration, stored.isEmpty() ? "registration.created" : "registration.changed", before);
        tellConnections(registration.id());
        return Saved.as(registration.id());
    }

    /** Deletes a registration that no connection uses. */
    public Saved delete(long id) {
        Access.require(Role.ADMIN);
        AppRegistration registration = store.registration(id).orElseThrow();
        List<String> users = usedBy(id);
        if (!users.isEmpty()) {
            return Saved.not(
                    List.of(FieldProblem.of(FieldProblem.NAME, "registration.problem.used", String.join(", ", users))));
        }
        store.certificates(id).forEach(store::remove);
        store.remove(registration);
        record(registration, "registration.deleted", words(registration));
        return Saved.as(id);
    }

    private List<FieldProblem> problems(RegistrationInput input, Optional<AppRegistration> stored) {
        List<FieldProblem> problems = new ArrayList<>(new RegistrationCheck(input, customHosts.policy()).problems());
        if (input.id().isPresent() && stored.map(AppRegistration::version).orElse(-1L) != input.version()) {
            problems.add(FieldProblem.of(FieldProblem.VERSION, "connection.problem.version"));
        }
        if (store.isRegistrationNameTaken(input.name(), input.id().orElse(-1))) {
            problems.add(FieldProblem.of(FieldProblem.NAME, "connection.problem.name-taken"));
        }
        if (mustEnterSecretAgain(input, stored)) {
            problems.add(FieldProblem.of(SharedGroup.CLIENT_SECRET, "registration.problem.secret-again"));
        }
        return problems;
    }

    /** A client secret goes to the sign-in host in clear: it is good only for the host that it was entered for. */
    private static boolean mustEnterSecretAgain(RegistrationInput input, Optional<AppRegistration> stored) {
        return !input.hasNewSecret()
                && !input.forgetSecret()
                && stored.flatMap(AppRegistration::clientSecretFor)
                        .filter(host -> !host.equals(signInHost(input)))
                        .isPresent();
    }

    private void keepSecret(AppRegistration registration, RegistrationInput input) {
        if (input.hasNewSecret()) {
            vault.seal(registration, input.clientSecret(), signInHost(input));
        } else if (input.forgetSecret()) {
            registration.forgetSecret();
        }
    }

    private static String signInHost(RegistrationInput input) {
        return HostPolicy.parse(RegistrationCheck.loginUrl(input))
                .map(Route::host)
                .orElse("");
    }

    private void tellConnections(long registration) {
        store.connections().stream()
                .filter(connection -> connection.registrationId().equals(OptionalLong.of(registration)))
                .forEach(connection -> changed.fire(new ConnectionChanged(connection.id())));
    }

    private List<String> usedBy(long registration) {
        return store.connections().stream()
                .filter(connection -> connection.registrationId().equals(OptionalLong.of(registration)))
                .map(ProviderConnection::name)
                .toList();
    }

    private RegistrationView view(AppRegistration registration) {
        long id = registration.id();
        return new RegistrationView(
                id,
                registration.version(),
                registration.name(),
                registration.tenantId(),
                registration.clientId(),
                registration.cloud(),
                registration.loginUrl(),
                registration.clientSecretAt(),
                store.certificate(id, CertificateSlot.NOW).map(CertificateView::of),
                store.certificate(id, CertificateSlot.NEXT).map(CertificateView::of),
                usedBy(id));
    }

    private void record(AppRegistration registration, String action, String before) {
        String id = Long.toString(registration.id());
        audit.record(AuditEntry.of(action, new AuditEntry.Subject("registration", id, registration.name()))
                .change(before, words(registration)));
    }

    private static String words(AppRegistration registration) {
        return "name=" + registration.name() + ", tenant=" + registration.tenantId() + ", client="
                + registration.clientId() + ", cloud=" + registration.cloud() + ", login=" + registration.loginUrl()
                + ", secret entered="
                + registration.clientSecretAt().map(Object::toString).orElse("never");
    }
}
