package org.photobridge.portal.account;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.photobridge.portal.engine.Condition;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.job.PlanWords;
import org.photobridge.portal.plan.Plan;
import org.photobridge.spi.Group;

/** The directory's groups, and one of them with its members. */
@Named
@ViewScoped
public class GroupsPage extends PlanPage {

    private static final long serialVersionUID = 1L;

    @Inject
    private GroupService service;

    private String text;
    private String groupId;
    private transient GroupService.GroupList list;
    private transient Group group;
    private transient GroupService.Members members;

    /** Called once the address was read. */
    public void load() {
        if (!isPlanKnown()) {
            return;
        }
        if (groupId != null) {
            attempt(this, this::loadGroup);
        } else {
            attempt(this, () -> list = service.find(thePlan(), text == null ? "" : text.strip()));
        }
    }

    private void loadGroup() {
        group = service.group(thePlan(), groupId).orElse(null);
        if (group != null) {
            members = service.members(thePlan(), groupId);
        }
    }

    public void check() {
        ask(RunKind.CHECK);
    }

    public void preview() {
        ask(RunKind.PREVIEW);
    }

    public void sync() {
        ask(RunKind.SYNC);
    }

    private void ask(RunKind kind) {
        attempt(
                this,
                () -> service.group(thePlan(), groupId).ifPresent(known -> say(service.ask(thePlan(), kind, known))));
    }

    /** A condition's name and how many members are in it. */
    public record Count(String name, long people) {}

    /** Members by condition; only conditions that somebody is in. */
    public List<Count> getCounts() {
        Map<String, Long> counts =
                members.rows().stream().collect(Collectors.groupingBy(PersonRow::condition, Collectors.counting()));
        return Arrays.stream(Condition.values())
                .map(Condition::name)
                .filter(counts::containsKey)
                .map(name -> new Count(name, counts.get(name)))
                .toList();
    }

    @Override
    List<Plan> loadPlans() {
        return service.plans();
    }

    @Override
    PlanWords loadWords(Plan plan, Locale locale) {
        return service.words(plan, locale);
    }

    public String kind(Group one) {
        return one.kind().get(getWords().locale());
    }

    /** What was found; null if the directory couldn't be asked, or one group is shown. */
    public GroupService.GroupList getList() {
        return list;
    }

    /** The group that is shown; null if there is none. */
    public Group getGroup() {
        return group;
    }

    /** Its members; null if they couldn't be read. */
    public GroupService.Members getMembers() {
        return members;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getGroupId() {
        return groupId;
    }

    public void setGroupId(String groupId) {
        this.groupId = groupId;
    }
}
