package org.photobridge.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;

/** What everybody may do with their own account, whatever their role: another password, an end to other sessions. */
@ApplicationScoped
public class OwnAccountService {
    @Inject
    private PortalUserRepository users;

    @Inject
    private Passwords passwords;

    @Inject
    private SignInDelay delay;

    @Inject
    private Refusals refusals;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** The account of whoever calls. */
    @Transactional
    public UserView me() {
        return UserView.of(mine());
    }

    /**
     * Changes the caller's password; all their other sessions end.
     *
     * @return since when sessions are good, for the one that stays
     * @throws RefusedChangeException field by field
     */
    @Transactional(dontRollbackOn = RefusedChangeException.class)
    public Instant changePassword(String present, String chosen, String again) {
        PortalUser user = mine();
        checkPresent(user, present);
        Optional<String> wrong = PasswordRule.problem(user.name(), chosen);
        if (wrong.isPresent()) {
            throw new RefusedChangeException("chosen", wrong.get());
        }
        if (!chosen.equals(again)) {
            throw new RefusedChangeException("again", "password.differs");
        }
        if (chosen.equals(present)) {
            throw new RefusedChangeException("chosen", "password.same");
        }
        user.usePassword(passwords.hash(chosen.toCharArray()), false);
        audit.record(AuditEntry.of("user.password-changed", SignInService.subject(user.name()))
                .change("", "password changed"));
        return endAll(user);
    }

    /** Ends all sessions of the caller. @return since when sessions are good, for the one that stays */
    @Transactional
    public Instant endOtherSessions() {
        PortalUser user = mine();
        audit.record(AuditEntry.of("user.sessions-ended", SignInService.subject(user.name())));
        return endAll(user);
    }

    private Instant endAll(PortalUser user) {
        Instant now = Moment.of(clock);
        user.endSessionsFromBefore(now);
        return now;
    }

    /** Guessing here is as slow as at the sign-in: somebody may have found a session left open. */
    private void checkPresent(PortalUser user, String present) {
        if (!delay.tried(user.name()).isZero()) {
            refusals.note(Refusals.Why.TOO_MANY_PASSWORDS, SignInService.subject(user.name()), "");
            throw new RefusedChangeException("present", "password.wait");
        }
        if (!passwords.isRight(Optional.of(user), present.toCharArray())) {
            refusals.note(Refusals.Why.WRONG_PASSWORD, SignInService.subject(user.name()), "");
            throw new RefusedChangeException("present", "password.wrong");
        }
        delay.succeeded(user.name());
    }

    private PortalUser mine() {
        Actor actor = Caller.current().actor();
        if (actor.kind() != Actor.Kind.USER) {
            throw new AccessRefusedException(Role.VIEWER);
        }
        return users.find(actor.name())
                .filter(PortalUser::isEnabled)
                .orElseThrow(() -> new AccessRefusedException(Role.VIEWER));
    }
}
