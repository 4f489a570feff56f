package org.photobridge.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.metrics.annotation.Counted;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.audit.AuditEntry.Subject;

/** Signing in: who is it, may they, how long must they wait. */
@ApplicationScoped
class SignInService {
    @Inject
    private PortalUserRepository users;

    @Inject
    private Passwords passwords;

    @Inject
    private SignInDelay delay;

    @Inject
    private Event<LimitWanted> limitWanted;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** How long this name has to wait before it may try again; the same for known and unknown names. */
    Duration mustWait(String name) {
        return delay.remaining(name);
    }

    /** The user's roles, if name and password are right and the user is enabled. */
    @Transactional
    Optional<Set<Role>> verify(String name, char[] password) {
        delay.tried(name);
        Optional<PortalUser> user = users.find(name);
        if (user.isEmpty()) {
            passwords.spendTheTimeOfACheck(password);
            return Optional.empty();
        }
        boolean right = passwords.matches(password, user.get().passwordHash());
        return right && user.get().isEnabled() ? Optional.of(user.get().roles()) : Optional.empty();
    }

    @Transactional
    void signedIn(String name) {
        delay.succeeded(name);
        users.find(name).ifPresent(user -> {
            user.signedIn(clock.instant());
            user.limit().map(LimitWanted::new).ifPresent(limitWanted::fire);
        });
        audit.record(AuditEntry.of("user.signed-in", subject(name)));
    }

    @Transactional
    void signedOut(String name) {
        audit.record(AuditEntry.of("user.signed-out", subject(name)));
    }

    @Counted(name = "photobridge_sign_in_failures", absolute = true, description = "Sign-ins that were refused")
    @Transactional
    void refused(String name) {
        audit.record(AuditEntry.of("user.sign-in-refused", subject(name)));
    }

    /** A signed-in user as stored now; empty once the user is disabled or gone. */
    @Transactional
    Optional<PortalUser> present(String name) {
        return users.find(name).filter(PortalUser::isEnabled);
    }

    private static Subject subject(String name) {
        String shown = PortalUserRepository.canonical(name);
        return new Subject("user", shown.length() > 100 ? shown.substring(0, 100) : shown, shown);
    }
}
