package org.photobridge.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.job.Asking;
import org.photobridge.portal.job.PlanWords;
import org.photobridge.portal.job.ReasonTexts;
import org.photobridge.portal.job.RequestService;
import org.photobridge.portal.job.Scope;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.PlanService;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Caller;
import org.photobridge.portal.security.PeopleLimit;
import org.photobridge.portal.security.Role;
import org.photobridge.portal.security.Sight;
import org.photobridge.spi.Account;
import org.photobridge.spi.Group;
import org.photobridge.spi.ProviderException;

/** Shows a directory's groups and their members, and asks for runs over a group. */
@ApplicationScoped
public class GroupService {

    /** The most members that a page shows; a run takes all of them. */
    static final int MOST_MEMBERS = 1000;

    private final Directory directory;
    private final PersonRepository people;
    private final PlanService plans;
    private final RequestService requests;
    private final ReasonTexts texts;

    protected GroupService() {
        this(null, null, null, null, null);
    }

    @Inject
    GroupService(
            Directory directory,
            PersonRepository people,
            PlanService plans,
            RequestService requests,
            ReasonTexts texts) {
        this.directory = directory;
        this.people = people;
        this.plans = plans;
        this.requests = requests;
        this.texts = texts;
    }

    public List<Plan> plans() {
        Access.require(Role.VIEWER);
        return plans.list();
    }

    public PlanWords words(Plan plan, Locale locale) {
        Access.require(Role.VIEWER);
        return texts.of(plan.sourceConnection(), plan.targetConnection(), locale);
    }

    /** Groups that were found; {@code complete} is false if there are more. */
    public record GroupList(List<Group> groups, boolean complete) {}

    /** A group's members; {@code complete} is false if there are more. */
    public record Members(List<PersonRow> rows, boolean complete) {}

    /**
     * Groups whose name has a word that begins with this text; the first ones of all if it is empty.
     *
     * @throws ProviderException if the source can't be asked
     */
    public GroupList find(Plan plan, String text) {
        Access.require(Role.VIEWER);
        Optional<PeopleLimit> limit = Caller.current().limit();
        if (limit.isPresent()) {
            return own(plan, limit.get(), text);
        }
        Directory.Groups found = directory.groups(plan.sourceConnection(), text);
        return new GroupList(found.groups(), found.complete());
    }

    /** Whoever is limited to a group finds that one. */
    private GroupList own(Plan plan, PeopleLimit limit, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return new GroupList(
                group(plan, limit.groupId()).stream()
                        .filter(group -> group.name().toLowerCase(Locale.ROOT).contains(wanted))
                        .toList(),
                true);
    }

    /**
     * The group of this id; empty if the source doesn't know it.
     *
     * @throws ProviderException if the source can't be asked
     */
    public Optional<Group> group(Plan plan, String groupId) {
        Access.require(Role.VIEWER);
        return Sight.current().covers(plan.sourceConnection(), groupId)
                ? directory.group(plan.sourceConnection(), groupId)
                : Optional.empty();
    }

    /**
     * A group's members with what is known of their pictures.
     *
     * @throws ProviderException if the source can't be asked
     */
    public Members members(Plan plan, String groupId) {
        Access.require(Role.VIEWER);
        if (!Sight.current().covers(plan.sourceConnection(), groupId)) {
            return new Members(List.of(), true);
        }
        Directory.Listed listed = directory.members(plan.sourceConnection(), groupId, MOST_MEMBERS);
        List<String> ids = listed.people().stream().map(Account::id).toList();
        return new Members(people.rows(Ends.of(plan), ids), listed.complete());
    }

    /** Asks for a sync, a preview or a check of all members. */
    public RequestService.Submitted ask(Plan plan, RunKind kind, Group group) {
        Access.require(Role.OPERATOR);
        return requests.submit(Asking.of(plan.id(), kind, Scope.group(group.id(), group.name())));
    }
}
