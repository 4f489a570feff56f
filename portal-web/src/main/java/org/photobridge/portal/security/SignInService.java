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
    private static final String UNKNOWN_ADDRESS = "unknown";

    @Inject
    private PortalUserRepository users;

    @Inject
    private Passwords passwords;

    @Inject
    private SignInDelay delay;

    @Inject
    private Event<LimitWanted> limitWanted;

    @Inject
    private SignInAddress addresses;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** How long this name, or this address, has to wait before a next try; the same for known and unknown names. */
    Duration mustWait(String name) {
        Duration byName = delay.remaining(name);
        Duration byAddress = addresses.remaining(address());
        return byName.compareTo(byAddress) > 0 ? byName : byAddress;
    }

    /** The user's roles, if name and password are right and the user is enabled. */
    @Transactional
    Optional<Set<Role>> verify(String name, char[] password) {
        delay.tried(name);
        addresses.tried(address());
        Optional<PortalUser> user = users.find(name);
        return passwords.isRight(user, password) ? user.map(PortalUser::roles) : Optional.empty();
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
    @Transactional
    void wasNoGuess() {
        addresses.succeeded(address());
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

    private static String address() {
        return Caller.current().address().orElse(UNKNOWN_ADDRESS);
    }

    static Subject subject(String name) {
        String shown = PortalUserRepository.canonical(name);
        return new Subject("user", shown.length() > 100 ? shown.substring(0, 100) : shown, shown);
    }
}
