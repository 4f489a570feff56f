package org.photobridge.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.spi.Secret;

/**
 * The accounts by which people sign in: who has one, what they may do.
 * <p>Nobody gives a role above their own, and nobody changes an account that holds one: a new password would be as good
 * as the role.
 */
@ApplicationScoped
@Transactional
public class AccountService {
    private static final String NAME = "[\\p{L}\\p{N}._@+\\-]{2,100}";

    @Inject
    private PortalUserRepository users;

    @Inject
    private Passwords passwords;

    @Inject
    private Event<LimitWanted> limitWanted;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    public List<UserView> list() {
        Access.require(Role.ADMIN);
        return users.all().stream().map(UserView::of).toList();
    }

    public Optional<UserView> find(long id) {
        Access.require(Role.ADMIN);
        return users.find(id).map(UserView::of);
    }

    /** The roles that the present caller may give. */
    public List<Role> grantable() {
        Access.require(Role.ADMIN);
        return EnumSet.allOf(Role.class).stream().filter(Caller.current()::may).toList();
    }

    /**
     * Makes an account.
     *
     * @return its first password, which nobody can read again and which must be changed at the first sign-in
     */
    public Secret create(UserInput input) {
        Access.require(Role.ADMIN);
        refuse(problems(input));
        Access.require(input.role());
        PortalUser user = new PortalUser(
                PortalUserRepository.canonical(input.name()), EnumSet.of(input.role()), Moment.of(clock));
        user.call(input.displayName());
        user.limitTo(input.limit());
        String password = Passwords.generate();
        user.usePassword(passwords.hash(password.toCharArray()), true);
        users.add(user);
        input.limit().map(LimitWanted::new).ifPresent(limitWanted::fire);
        audit.record(entry("user.created", user).change("", words(user)));
        return Secret.of(password);
    }

    public void change(long id, UserInput input) {
        Access.require(Role.ADMIN);
        List<PortalUser> all = users.allLocked();
        PortalUser user = changeable(id);
        Access.require(input.role());
        refuse(limitProblem(input).stream().toList());
        String before = words(user);
        if (!input.role().includes(Role.highest(user.roles())) && AdminsLeft.isLast(user, all)) {
            throw new RefusedChangeException("role", "users.last-admin");
        }
        if (user.isExternal() && input.role() != Role.highest(user.roles())) {
            throw new RefusedChangeException("role", "users.role.external");
        }
        user.call(input.displayName());
        user.allow(EnumSet.of(input.role()));
        user.limitTo(input.limit());
        input.limit().map(LimitWanted::new).ifPresent(limitWanted::fire);
        audit.record(entry("user.changed", user).change(before, words(user)));
    }

    /** A disabled account's sessions end at once, and its tokens are refused. */
    public void enable(long id, boolean enabled) {
        Access.require(Role.ADMIN);
        List<PortalUser> all = users.allLocked();
        PortalUser user = changeable(id);
        if (!enabled && AdminsLeft.isLast(user, all)) {
            throw new RefusedChangeException("enabled", "users.last-admin");
        }
        user.enable(enabled);
        user.endSessionsFromBefore(Moment.of(clock));
        audit.record(entry(enabled ? "user.enabled" : "user.disabled", user));
    }

    /** A new first password; sessions that the old one began end. */
    public Secret resetPassword(long id) {
        Access.require(Role.ADMIN);
        PortalUser user = changeable(id);
        if (user.isExternal()) {
            throw new RefusedChangeException("password", "users.password.external");
        }
        String password = Passwords.generate();
        user.usePassword(passwords.hash(password.toCharArray()), true);
        user.endSessionsFromBefore(Moment.of(clock));
        audit.record(entry("user.password-reset", user).change("", "password changed"));
        return Secret.of(password);
    }

    public void endSessions(long id) {
        Access.require(Role.ADMIN);
        PortalUser user = changeable(id);
        user.endSessionsFromBefore(Moment.of(clock));
        audit.record(entry("user.sessions-ended", user));
    }

    private PortalUser changeable(long id) {
        PortalUser user = users.find(id).orElseThrow(() -> new RefusedChangeException("name", "users.gone"));
        Access.require(Role.highest(user.roles()));
        return user;
    }

    private List<FieldTrouble> problems(UserInput input) {
        List<FieldTrouble> troubles = new ArrayList<>();
        if (!input.name().strip().matches(NAME)) {
            troubles.add(new FieldTrouble("name", "users.name.bad"));
        } else if (users.find(input.name()).isPresent()) {
            troubles.add(new FieldTrouble("name", "users.name.taken"));
        }
        limitProblem(input).ifPresent(troubles::add);
        return troubles;
    }

    /** An admin can change limits, so a limit on one would be none. */
    private static Optional<FieldTrouble> limitProblem(UserInput input) {
        return input.limit().isPresent() && input.role().includes(Role.ADMIN)
                ? Optional.of(new FieldTrouble("limit", "limit.admin"))
                : Optional.empty();
    }

    private static void refuse(List<FieldTrouble> troubles) {
        if (!troubles.isEmpty()) {
            throw new RefusedChangeException(troubles);
        }
    }

    private static String words(PortalUser user) {
        return "role=" + Role.highest(user.roles()) + ", name="
                + user.displayName().orElse("") + ", limit="
                + user.limit().map(PeopleLimit::groupName).orElse("none");
    }

    private static AuditEntry entry(String action, PortalUser user) {
        return AuditEntry.of(action, SignInService.subject(user.name()));
    }
}
