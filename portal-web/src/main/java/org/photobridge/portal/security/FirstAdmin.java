package org.photobridge.portal.security;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.Console;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.platform.DatabaseReady;
import org.photobridge.portal.platform.Home;
import org.photobridge.portal.platform.RefusedStartException;

/** Makes the first user of an empty portal, so that somebody can sign in. */
@ApplicationScoped
class FirstAdmin {
    private static final Logger LOG = System.getLogger(FirstAdmin.class.getName());
    private static final String NAME = "admin";
    private static final String FILE = "first-admin-password";

    @Inject
    private PortalUserRepository users;

    @Inject
    private Passwords passwords;

    @Inject
    private Audit audit;

    @Inject
    private Home home;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "photobridge.first-admin-password")
    private Optional<String> configured;

    @Inject
    @ConfigProperty(name = "photobridge.first-admin-password-file")
    private Optional<String> configuredFile;

    @Transactional
    void onStart(@Observes @Priority(100) DatabaseReady ready) {
        if (!users.isEmpty()) {
            return;
        }
        Optional<String> chosen = chosenPassword();
        PortalUser admin = new PortalUser(NAME, EnumSet.of(Role.ADMIN, Role.PROVIDER_ADMIN), Moment.of(clock));
        String password = chosen.orElseGet(this::tellNewPassword);
        admin.usePassword(passwords.hash(password.toCharArray()), chosen.isEmpty());
        users.add(admin);
        audit.record(AuditEntry.of("user.created", new AuditEntry.Subject("user", NAME, NAME)));
    }

    private Optional<String> chosenPassword() {
        Optional<String> chosen = configured.or(() -> configuredFile.map(FirstAdmin::read));
        if (chosen.filter(password -> PasswordRule.problem(NAME, password).isPresent())
                .isPresent()) {
            throw new RefusedStartException("photobridge.first-admin-password must have at least "
                    + PasswordRule.SHORTEST + " characters, not all of a few kinds, and be no mere name.");
        }
        return chosen;
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new RefusedStartException("photobridge.first-admin-password-file can't be read: " + e, e);
        }
    }

    private String tellNewPassword() {
        String password = Passwords.generate();
        Console console = System.console();
        if (console == null) {
            Path file = home.writeSecret(FILE, password + "\n");
            LOG.log(Level.INFO, "Sign in as {0}; the first password is in {1}", NAME, file);
        } else {
            console.printf("%n  Sign in as %s with the password %s%n%n", NAME, password);
            console.flush();
        }
        return password;
    }
}
