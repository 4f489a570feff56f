package org.photobridge.portal.security;

import java.io.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.platform.Home;
import org.photobridge.portal.platform.KeyRing;
import org.photobridge.portal.platform.MachineClock;
import org.photobridge.portal.platform.PortalDataSource;
import org.photobridge.portal.platform.RefusedStartException;

/**
 * Resets the account {@code admin} for the command line, without a server.
 * <p>The command line calls it across class loaders: so it takes and gives only what the JDK has. What it is given are
 * settings ({@code home, url, user, password, key}); what it gives back is {@code words}, or {@code refused}.
 */
public final class ResetAdmin implements Function<Map<String, String>, Map<String, String>> {
    static final String FILE = "admin-password";
    private static final String NAME = "admin";

    @Override
    public Map<String, String> apply(Map<String, String> settings) {
        try {
            Home home = Home.existing(settings.get("home"));
            String password = reset(dataSource(settings), keys(settings, home), MachineClock.utc());
            return Map.of("words", tell(home, password));
        } catch (RefusedStartException e) {
            // The caller has another class of this name, and would take ours for a defect.
            return Map.of("refused", e.getMessage());
        }
    }

    /** Those that the portal has: a key made now would seal the audit entry with what nobody knows. */
    private static KeyRing keys(Map<String, String> settings, Home home) {
        Optional<String> key = Optional.of(settings.get("key")).filter(text -> !text.isEmpty());
        if (key.isEmpty() && Files.notExists(home.folder().resolve("encryption.key"))) {
            throw new RefusedStartException("There is no encryption key in " + home
                    + ": without it the audit entry can't be sealed. Give it by PHOTOBRIDGE_ENCRYPTION_KEY.");
        }
        return KeyRing.of(key, home);
    }

    /** @return the new password, which must be changed at the next sign-in */
    static String reset(DataSource dataSource, KeyRing keys, Clock clock) {
        String password = Passwords.generate();
        String hash = PasswordHash.of(password.toCharArray()).text();
        AdminRepository accounts = new AdminRepository(dataSource);
        accounts.reset(NAME, hash, EnumSet.of(Role.ADMIN, Role.PROVIDER_ADMIN), Moment.of(clock), (handle, made) -> {
            new Audit(dataSource, clock, keys).record(handle, entry(made));
        });
        return password;
    }

    private static AuditEntry entry(boolean made) {
        return AuditEntry.of(made ? "user.created" : "user.password-reset", new AuditEntry.Subject("user", NAME, NAME))
                .change("", "password changed, all rights, enabled")
                .because("reset-admin on the machine");
    }

    private static DataSource dataSource(Map<String, String> settings) {
        PortalDataSource source = new PortalDataSource();
        source.setUrl(settings.get("url"));
        source.setUser(settings.get("user"));
        source.setPassword(settings.get("password"));
        return source;
    }

    private static String tell(Home home, String password) {
        String done =
                "The account " + NAME + " has all rights, and sessions of it are ended. At the next sign-in it must"
                        + " choose a password.\n";
        Console console = System.console();
        if (console != null) {
            return done + "Sign in as " + NAME + " with the password " + password;
        }
        Path file = home.writeSecret(FILE, password + "\n");
        return done + "Its first password is in " + file + ". Delete the file after the sign-in.";
    }
}
