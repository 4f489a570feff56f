package org.photobridge.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.job.PlanWords;
import org.photobridge.portal.job.ReasonTexts;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.PlanService;
import org.photobridge.portal.plan.ProtectedPerson;
import org.photobridge.portal.plan.ProtectionService;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;

/** Shows who is protected, protects several people for one reason, and releases them. */
@ApplicationScoped
public class ProtectedPeopleService {

    @Inject
    private ProtectionService protection;

    @Inject
    private PeopleLookup lookup;

    @Inject
    private PlanService plans;

    @Inject
    private ReasonTexts texts;

    @Inject
    private Audit audit;

    /** Protected people by name, whose name or reason has this text; all if it is empty. */
    public List<ProtectedPerson> find(String text) {
        Access.require(Role.VIEWER);
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return protection.list().stream()
                .filter(person -> has(person.name(), wanted) || has(person.reason(), wanted))
                .toList();
    }

    /** Records that somebody takes protected people away as a file. */
    public void exporting(String text, String format) {
        Access.require(Role.VIEWER);
        audit.record(AuditEntry.of("protected.exported", new AuditEntry.Subject("protected", "", ""))
                .change("", format + " " + text));
    }

    private static boolean has(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** A plan for each source that people are listed by: where a link to a person leads. */
    public Map<Long, Long> planOfSource() {
        Access.require(Role.VIEWER);
        return plans.list().stream()
                .collect(Collectors.toMap(Plan::sourceConnection, Plan::id, (first, next) -> first));
    }

    public List<Plan> plans() {
        Access.require(Role.VIEWER);
        return plans.list();
    }

    public PlanWords words(Plan plan, Locale locale) {
        Access.require(Role.VIEWER);
        return texts.of(plan.sourceConnection(), plan.targetConnection(), locale);
    }

    /** Whom a pasted list means. */
    public PastedPeople look(long sourceConnection, List<String> pasted) {
        Access.require(Role.ADMIN);
        return lookup.find(sourceConnection, pasted);
    }

    /** Protects people whom {@link #look} found; the reason mustn't be blank. */
    @Transactional
    public void protect(long sourceConnection, List<PastedPeople.Person> people, String reason) {
        Access.require(Role.ADMIN);
        people.forEach(person -> protection.protect(sourceConnection, person.id(), person.name(), reason));
    }

    /** Ends a person's protection; the reason mustn't be blank. */
    @Transactional
    public void release(ProtectedPerson person, String reason) {
        Access.require(Role.ADMIN);
        protection.release(person.sourceConnection(), person.accountId(), reason);
    }
}
