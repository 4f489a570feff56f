package org.photobridge.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.Principal;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.audit.AuditEntry.Subject;

/** Puts what was refused into log and audit: who tried what, from where. */
@ApplicationScoped
public class Refusals {
    private static final Logger LOG = System.getLogger(Refusals.class.getName());
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");
    private static final int LONGEST_PATH = 200;

    /** Of these each is worth an entry of its own: they come from people who are signed in. */
    private static final Set<Why> SINGLED_OUT = EnumSet.of(Why.ROLE, Why.FORBIDDEN_HOST);

    /** Why a request was refused. */
    public enum Why {
        FOREIGN_SITE("request.refused", "asked for by another site"),
        NO_FORM_TOKEN("request.refused", "a form without its token"),
        BAD_TOKEN("request.refused", "no valid API token"),
        TOO_LARGE("request.refused", "too large"),
        BAD_PATH("request.refused", "a path that leads outside"),
        PAST_PROXIES("request.refused", "past the declared proxies, in the clear"),
        FORBIDDEN_HOST("request.refused", "a forbidden address"),
        TOO_MANY_TRIES("user.sign-in-refused", "too many tries: has to wait"),
        TOO_MANY_PASSWORDS("request.refused", "too many wrong passwords: has to wait"),
        WRONG_PASSWORD("request.refused", "a wrong present password"),
        ROLE("access.refused", "not allowed");

        private final String action;
        private final String words;

        Why(String action, String words) {
            this.action = action;
            this.words = words;
        }
    }

    private Audit audit;
    private RefusalBrake brake;

    /** For the container's proxy only. */
    protected Refusals() {}

    @Inject
    Refusals(Audit audit, Clock clock) {
        this.audit = audit;
        this.brake = new RefusalBrake(clock);
    }

    /** Forgets what an earlier request on this thread left behind. */
    public void begin() {
        Access.takeRefusal();
    }

    /** Notes that a role or a limit stood in the way since the beginning, wherever behind the border that was noticed. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void end(HttpServletRequest request) {
        Access.takeRefusal().ifPresent(why -> note(Why.ROLE, request, why));
    }

    /**
     * Notes a refused request, in a transaction of its own: what it wanted may be rolled back.
     *
     * @param more what more there is to say, or nothing; never what the client sent as a secret
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void note(Why why, HttpServletRequest request, String more) {
        String path = shown(request.getMethod() + " " + request.getRequestURI());
        note(why, caller(request), new Subject("request", path, path), more);
    }

    /**
     * Notes that something was refused to the caller of this thread, in a transaction of its own.
     *
     * @param more what more there is to say, or nothing; never what the client sent as a secret
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void note(Why why, Subject subject, String more) {
        note(why, Caller.current(), subject, more);
    }

    private void note(Why why, Caller caller, Subject subject, String more) {
        OptionalLong swallowed = brake.pass(String.join(
                " ",
                why.toString(),
                SINGLED_OUT.contains(why) ? subject.kind() + " " + more : "",
                caller.actor().name(),
                caller.address().orElse("")));
        if (swallowed.isEmpty()) {
            return;
        }
        String reason = why.words
                + (more.isEmpty() ? "" : ": " + shown(more))
                + (swallowed.getAsLong() == 0 ? "" : " (and " + swallowed.getAsLong() + " more since the last entry)");
        LOG.log(
                Level.WARNING,
                "Refused {0} from {1}: {2}",
                shown(subject.name()),
                caller.address().orElse("?"),
                reason);
        caller.as(() -> audit.record(AuditEntry.of(why.action, subject).because(reason)));
    }

    /** The caller as bound, else, before the door, whoever the session belongs to. */
    private static Caller caller(HttpServletRequest request) {
        Caller bound = Caller.current();
        if (bound.actor().kind() != Actor.Kind.ANONYMOUS) {
            return bound;
        }
        Optional<Principal> user = Optional.ofNullable(request.getUserPrincipal());
        Actor actor = user.map(known -> Actor.user(known.getName())).orElseGet(Actor::anonymous);
        return new Caller(actor, Set.of(), Optional.of(request.getRemoteAddr()));
    }

    private static String shown(String text) {
        String plain = CONTROL.matcher(text).replaceAll("?");
        return plain.length() <= LONGEST_PATH ? plain : plain.substring(0, LONGEST_PATH - 1) + "\u2026";
    }
}
