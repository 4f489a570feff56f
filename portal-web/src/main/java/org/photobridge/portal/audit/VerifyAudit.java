package org.photobridge.portal.audit;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.photobridge.portal.platform.Home;
import org.photobridge.portal.platform.KeyRing;
import org.photobridge.portal.platform.PortalDataSource;
import org.photobridge.portal.platform.RefusedStartException;
import org.photobridge.portal.platform.Texts;

/**
 * Verifies the audit for the command line, without a server.
 * <p>The command line calls it across class loaders: so it takes and gives only what the JDK has. What it is given are
 * settings ({@code home, url, user, password, key}); what it gives back are {@code sound} and {@code words}.
 */
public final class VerifyAudit implements Function<Map<String, String>, Map<String, String>> {

    @Override
    public Map<String, String> apply(Map<String, String> settings) {
        try {
            return verify(settings);
        } catch (RefusedStartException e) {
            // The caller has another class of this name, and would take ours for a defect.
            return bad(e.getMessage());
        }
    }

    private static Map<String, String> verify(Map<String, String> settings) {
        PortalDataSource database = new PortalDataSource();
        database.setUrl(settings.get("url"));
        database.setUser(settings.get("user"));
        database.setPassword(settings.get("password"));
        KeyRing keys = KeyRing.of(
                Optional.of(settings.get("key")).filter(key -> !key.isEmpty()), Home.open(settings.get("home")));
        Optional<String> unreachable = problem(database);
        return unreachable.map(VerifyAudit::bad).orElseGet(() -> told(new AuditVerification(database, keys).verify()));
    }

    private static Map<String, String> bad(String why) {
        return Map.of("sound", "false", "words", why);
    }

    private static Optional<String> problem(PortalDataSource database) {
        try {
            Jdbi.create(database)
                    .useHandle(handle -> handle.createQuery("select id from audit_head")
                            .mapTo(Integer.class)
                            .one());
            return Optional.empty();
        } catch (JdbiException | IllegalStateException e) {
            return Optional.of("The audit can't be read from the database: " + e.getMessage());
        }
    }

    private static Map<String, String> told(AuditVerdict verdict) {
        String words = Texts.in(Locale.ENGLISH)
                .get(
                        "audit.verdict." + verdict.finding(),
                        verdict.entries(),
                        verdict.first(),
                        verdict.last(),
                        verdict.firstBad());
        String end = verdict.isSound() && verdict.last() > 0
                ? "\nTo prove later that nothing was put back, write this down: " + verdict.last() + " "
                        + verdict.lastLink()
                : "";
        return Map.of("sound", Boolean.toString(verdict.isSound()), "words", words + end);
    }
}
