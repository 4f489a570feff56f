package org.photobridge.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.security.Admission.Verdict;

/**
 * Lets in whom an OpenID provider vouches for: makes the account at the first sign-in, and takes over at each one the
 * roles that the provider says.
 * <p>Who it is, is told by issuer and subject alone: whoever chooses the name of somebody's local account at the
 * provider gets another account.
 */
@ApplicationScoped
class AdmissionService {
    private static final int LONGEST_NAME = 90;
    private static final int LONGEST_DISPLAY_NAME = 200;

    private final PortalUserRepository users;
    private final Audit audit;
    private final Clock clock;

    /** For the container's proxy only. */
    protected AdmissionService() {
        this(null, null, null);
    }

    @Inject
    AdmissionService(PortalUserRepository users, Audit audit, Clock clock) {
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Admission admit(OpenIdPerson person, OpenIdSettings settings) {
        Optional<PortalUser> known = users.external(person.issuer(), person.subject());
        Optional<Role> role = settings.role(person.values());
        Optional<OpenIdLimits.Reach> reach =
                settings.limits().reach(person.values(), known.flatMap(PortalUser::limitWithoutHighRole));
        Optional<Verdict> missing = missing(person, role, reach);
        if (missing.isPresent()) {
            known.filter(user -> !user.isWithdrawn()).ifPresent(user -> withdraw(user, missing.get()));
            return refuse(missing.get(), known.map(PortalUser::name).orElse(shortened(person.name())));
        }
        if (known.filter(PortalUser::isDisabled).isPresent()) {
            return refuse(Verdict.DISABLED, known.get().name());
        }
        PortalUser user = known.orElseGet(() -> create(person, role.get()));
        takeOver(user, person, role.get(), reach);
        return new Admission(Verdict.ADMITTED, user.name(), user.roles());
    }

    /** What the provider would have to say of somebody before they may come in; an admin needs no limit. */
    private static Optional<Verdict> missing(
            OpenIdPerson person, Optional<Role> role, Optional<OpenIdLimits.Reach> reach) {
        if (role.isEmpty()) {
            return Optional.of(person.isGroupsLeftOut() ? Verdict.TOO_MANY_GROUPS : Verdict.NO_ROLE);
        }
        return reach.isEmpty() && !role.get().includes(Role.ADMIN) ? Optional.of(Verdict.NO_LIMIT) : Optional.empty();
    }

    /** What somebody was given at an earlier sign-in is over: other sessions end, and their tokens are refused. */
    private void withdraw(PortalUser user, Verdict why) {
        String before = words(user);
        user.withdraw(Moment.of(clock));
        audit.record(AuditEntry.of("user.withdrawn", SignInService.subject(user.name()))
                .change(before, words(user))
                .because("OpenID: " + why.word()));
    }

    private Admission refuse(Verdict verdict, String name) {
        audit.record(AuditEntry.of("user.sign-in-refused", SignInService.subject(name))
                .because("OpenID: " + verdict.word()));
        return Admission.refused(verdict, name);
    }

    private PortalUser create(OpenIdPerson person, Role role) {
        PortalUser user = new PortalUser(freeName(person), EnumSet.of(role), Moment.of(clock));
        user.belongTo(person.issuer(), person.subject());
        users.add(user);
        audit.record(AuditEntry.of("user.created", SignInService.subject(user.name()))
                .change("", "role=" + role + ", OpenID: " + person.issuer()));
        return user;
    }

    private void takeOver(PortalUser user, OpenIdPerson person, Role role, Optional<OpenIdLimits.Reach> reach) {
        String before = words(user);
        user.call(cut(person.displayName(), LONGEST_DISPLAY_NAME));
        user.allow(EnumSet.of(role));
        if (!role.includes(Role.ADMIN)) {
            reach.ifPresent(people -> user.limitTo(people.limit()));
        }
        user.admit();
        if (!before.equals(words(user))) {
            audit.record(AuditEntry.of("user.changed", SignInService.subject(user.name()))
                    .change(before, words(user))
                    .because("OpenID: " + person.issuer()));
        }
    }

    private static String words(PortalUser user) {
        return "role=" + Role.highest(user.roles()) + ", limit="
                + user.limit().map(PeopleLimit::groupName).orElse("none")
                + (user.isWithdrawn() ? ", withdrawn" : "");
    }

    /** The name at the provider; with something of the subject behind it if somebody here is called so. */
    private String freeName(OpenIdPerson person) {
        String name = shortened(person.name());
        if (users.find(name).isEmpty()) {
            return name;
        }
        byte[] subject = (person.issuer() + " " + person.subject()).getBytes(StandardCharsets.UTF_8);
        return name + "~" + UUID.nameUUIDFromBytes(subject).toString().substring(0, 8);
    }

    private static String shortened(String name) {
        String canonical = PortalUserRepository.canonical(name).replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
        return cut(canonical.isEmpty() ? "unnamed" : canonical, LONGEST_NAME);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
