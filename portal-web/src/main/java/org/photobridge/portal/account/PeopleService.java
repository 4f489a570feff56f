package org.photobridge.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.connection.Saved;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.job.Asking;
import org.photobridge.portal.job.PlanWords;
import org.photobridge.portal.job.ReasonTexts;
import org.photobridge.portal.job.RequestService;
import org.photobridge.portal.job.Scope;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.PlanService;
import org.photobridge.portal.plan.ProtectionService;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;
import org.photobridge.spi.Account;
import org.photobridge.spi.ProviderException;

/** Shows the people of a sync plan and does things for several of them at once. */
@ApplicationScoped
public class PeopleService {

    @Inject
    private PersonRepository people;

    @Inject
    private Directory directory;

    @Inject
    private PlanService plans;

    @Inject
    private ProtectionService protection;

    @Inject
    private PlanExclusions exclusions;

    @Inject
    private RequestService requests;

    @Inject
    private ReasonTexts texts;

    @Inject
    private Audit audit;

    /** All plans by name: each is a pair of systems to look at. */
    public List<Plan> plans() {
        Access.require(Role.VIEWER);
        return plans.list();
    }

    public PlanWords words(Plan plan, Locale locale) {
        Access.require(Role.VIEWER);
        return texts.of(plan.sourceConnection(), plan.targetConnection(), locale);
    }

    /** One page of people by name. */
    public List<PersonRow> find(Plan plan, PeopleFilter filter, int first, int size) {
        Access.require(Role.VIEWER);
        return people.find(Ends.of(plan), filter, first, size);
    }

    public long count(Plan plan, PeopleFilter filter) {
        Access.require(Role.VIEWER);
        return people.count(Ends.of(plan), filter);
    }

    /** How many people are in each condition; only conditions that somebody is in. */
    public Map<String, Long> conditions(Plan plan) {
        Access.require(Role.VIEWER);
        return people.conditions(Ends.of(plan));
    }

    public List<String> departments(Plan plan) {
        Access.require(Role.VIEWER);
        return people.departments(plan.sourceConnection());
    }

    /** The lines of these people, by name. */
    public List<PersonRow> rows(Plan plan, List<String> accountIds) {
        Access.require(Role.VIEWER);
        return people.rows(Ends.of(plan), accountIds);
    }

    /** The line of one person; empty if the table doesn't know them. */
    public Optional<PersonRow> row(Plan plan, String accountId) {
        Access.require(Role.VIEWER);
        return people.row(Ends.of(plan), accountId);
    }

    /**
     * People whom the directory finds live; they are in the table from then on.
     *
     * @throws ProviderException if the directory can't be asked
     */
    public List<PersonRow> searchLive(Plan plan, String text) {
        Access.require(Role.VIEWER);
        List<String> ids = directory.search(plan.sourceConnection(), text).stream()
                .map(Account::id)
                .toList();
        return people.rows(Ends.of(plan), ids);
    }

    /** Asks for a check, a preview or a sync of these people. */
    public RequestService.Submitted ask(Plan plan, RunKind kind, List<PersonRow> chosen) {
        Access.require(Role.OPERATOR);
        return requests.submit(Asking.of(plan.id(), kind, scope(chosen)));
    }

    /** Asks for a check, a preview or a sync of these people, by their stable ids. */
    public RequestService.Submitted askFor(Plan plan, RunKind kind, List<String> ids) {
        Access.require(Role.OPERATOR);
        return requests.submit(Asking.of(plan.id(), kind, Scope.list(ids, "")));
    }

    /** Asks for a check of everybody whom the plan is for. */
    public RequestService.Submitted checkAll(Plan plan) {
        Access.requireUnlimited(Role.OPERATOR);
        return requests.submit(Asking.of(plan.id(), RunKind.CHECK, Scope.all()));
    }

    /** Leaves these people out of the plan from now on. */
    public Saved exclude(Plan plan, List<PersonRow> chosen) {
        Access.require(Role.ADMIN);
        return exclusions.add(plan, chosen);
    }

    /** Protects these people; the reason mustn't be blank. */
    @Transactional
    public void protect(Plan plan, List<PersonRow> chosen, String reason) {
        Access.require(Role.ADMIN);
        chosen.forEach(row -> protection.protect(plan.sourceConnection(), row.accountId(), row.name(), reason));
    }

    /** Records that somebody takes people away, as a file or by many at once. */
    public void exporting(Plan plan, PeopleFilter filter, String format) {
        Access.require(Role.VIEWER);
        audit.record(
                AuditEntry.of("people.exported", new AuditEntry.Subject("plan", Long.toString(plan.id()), plan.name()))
                        .change("", format + " " + filter));
    }

    private static Scope scope(List<PersonRow> chosen) {
        return chosen.size() == 1
                ? Scope.account(chosen.get(0).accountId(), chosen.get(0).name())
                : Scope.list(chosen.stream().map(PersonRow::accountId).toList(), "");
    }
}
