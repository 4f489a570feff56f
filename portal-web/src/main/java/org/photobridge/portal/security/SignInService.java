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
    private SignInTries tries;

    @Inject
    private SignInTry attempt;

    @Inject
    private Refusals refusals;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * The user's roles, if name and password are right and the user is enabled.
     * <p>No transaction spans it: checking a password takes long by intention, and holds nothing up meanwhile.
     */
    Optional<Set<Role>> verify(String name, char[] password) {
        Duration wait = tries.tried(name);
        attempt.mustWait(wait);
        if (!wait.isZero()) {
            return Optional.empty();
        }
        Optional<PortalUser> user = users.find(name);
        return passwords.isRight(user, password) ? user.map(PortalUser::roles) : Optional.empty();
    }

    /** How long the name that was just tried, or its address, has to wait; zero if the password was looked at. */
    Duration mustWait() {
        return attempt.mustWait();
    }

    /** @param way how the user proved to be the one: with a password here, or with which provider */
    @Transactional
    void signedIn(String name, String way) {
        delay.succeeded(name);
        users.find(name).ifPresent(user -> {
            user.signedIn(clock.instant());
            user.limit().map(LimitWanted::new).ifPresent(limitWanted::fire);
        });
        audit.record(AuditEntry.of("user.signed-in", subject(name)).because(way));
    }

    /** A password that was right after all doesn't count among the tries from an address. */
    void wasNoGuess() {
        tries.wasNoGuess();
    }

    @Transactional
    void signedOut(String name) {
        audit.record(AuditEntry.of("user.signed-out", subject(name)));
    }

    @Counted(name = "photobridge_sign_in_failures", absolute = true, description = "Sign-ins that were refused")
    @Transactional
    void refused(String name) {
        if (attempt.mustWait().isZero()) {
            audit.record(AuditEntry.of("user.sign-in-refused", subject(name)));
        } else {
            refusals.note(Refusals.Why.TOO_MANY_TRIES, subject(name), "");
        }
    }

    /** A signed-in user as stored now; empty once the user is disabled or gone. */
    @Transactional
    Optional<PortalUser> present(String name) {
        return users.find(name).filter(PortalUser::isEnabled);
    }

    static Subject subject(String name) {
        String shown = PortalUserRepository.canonical(name);
        return new Subject("user", shown.length() > 100 ? shown.substring(0, 100) : shown, shown);
    }
}
