package org.photobridge.portal.plan;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.photobridge.portal.connection.ConnectionService;
import org.photobridge.portal.connection.ConnectionView;
import org.photobridge.portal.connection.FieldProblem;
import org.photobridge.portal.connection.Saved;
import org.photobridge.portal.provider.ProviderRole;
import org.photobridge.portal.security.Caller;
import org.photobridge.portal.security.Role;

/** The form of one sync plan. */
@Named
@ViewScoped
public class PlanPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN_RUNS = 3;

    @Inject
    private PlanService plans;

    @Inject
    private ConnectionService connections;

    @Inject
    private GroupFinder groups;

    @Inject
    private PlanReach reach;

    private Long id;
    private String group;
    private PlanForm form = PlanForm.empty();
    private PlanFields fields = new PlanFields(form);
    private final Map<String, String> problems = new HashMap<>();
    private List<String> changes = List.of();

    private transient List<ConnectionView> known;

    /** Called before the page is drawn the first time. */
    public void load() throws IOException {
        if (id != null) {
            Optional<Plan> found = plans.find(id);
            if (found.isEmpty()) {
                Faces.responseSendError(404, "");
                return;
            }
            use(PlanForm.of(found.get()));
        } else {
            form.source = only(getSources());
            form.target = only(getTargets());
        }
        if (group != null && !group.isBlank() && Caller.current().may(Role.ADMIN)) {
            form.onlyGroups = true;
            form.groups.put(group, form.source == null ? group : groups.nameOf(form.source, group));
        }
    }

    private void use(PlanForm other) {
        form = other;
        fields = new PlanFields(form);
    }

    /** Saves a new plan; of a stored one it first shows what the change means. */
    public void save() throws IOException {
        problems.clear();
        changes = List.of();
        note(form.problems());
        if (problems.isEmpty() && id != null && form.source != null) {
            changes = changes();
        }
        if (changes.isEmpty()) {
            saveNow();
        }
    }

    /** Saves what was shown. */
    public void saveNow() throws IOException {
        if (problems.isEmpty()) {
            note(form.problems());
        }
        if (problems.isEmpty()) {
            Saved saved = plans.save(form.input());
            if (saved.isDone()) {
                Messages.addFlashGlobalInfo("plan.saved", form.name);
                Faces.redirect("plan.xhtml?id=%s", saved.id());
                return;
            }
            note(saved.problems());
        }
        changes = List.of();
        Messages.addGlobalError("connection.not-saved", problems.size());
    }

    /** Goes on editing. */
    public void back() {
        changes = List.of();
    }

    public void delete() throws IOException {
        plans.delete(id);
        Messages.addFlashGlobalInfo("plan.deleted", form.name);
        Faces.redirect("plans.xhtml");
    }

    public void endTrial() throws IOException {
        plans.endTrial(id);
        Messages.addFlashGlobalInfo("plan.trial.ended");
        Faces.redirect("plan.xhtml?id=%s", id);
    }

    public void beginTrial() throws IOException {
        plans.beginTrial(id);
        Messages.addFlashGlobalInfo("plan.trial.begun");
        Faces.redirect("plan.xhtml?id=%s", id);
    }

    private List<String> changes() {
        Map<Long, String> names =
                connections().stream().collect(Collectors.toMap(ConnectionView::id, ConnectionView::name));
        return plans.find(id)
                .map(was -> withPeople(was, texts().changes(was, form.input(), names)))
                .orElse(List.of());
    }

    private List<String> withPeople(Plan was, List<String> lines) {
        if (lines.isEmpty()) {
            return lines;
        }
        List<String> all = new ArrayList<>(lines);
        all.add(texts().people(reach.people(was.sourceConnection(), was.who()), reach.people(form.source, form.who())));
        return all;
    }

    private void note(List<FieldProblem> found) {
        found.forEach(problem -> problems.put(problem.field(), problem.text().get(Faces.getLocale())));
    }

    /** The next runs of the schedule as it is on the screen; empty if there is none, or it isn't complete. */
    public List<String> getNextRuns() {
        return form.schedule()
                .map(schedule -> texts().runs(plans.nextRuns(schedule, SHOWN_RUNS)))
                .orElse(List.of());
    }

    public List<ConnectionView> getSources() {
        return of(ProviderRole.SOURCE);
    }

    public List<ConnectionView> getTargets() {
        return of(ProviderRole.TARGET);
    }

    private List<ConnectionView> of(ProviderRole role) {
        return new ArrayList<>(connections().stream()
                .filter(connection -> connection.role() == role)
                .toList());
    }

    private List<ConnectionView> connections() {
        if (known == null) {
            known = connections.list();
        }
        return known;
    }

    private static Long only(List<ConnectionView> connections) {
        return connections.size() == 1 ? connections.get(0).id() : null;
    }

    private static PlanTexts texts() {
        return new PlanTexts(Faces.getLocale());
    }

    public List<String> getChanges() {
        return changes;
    }

    public Map<String, String> getProblems() {
        return problems;
    }

    public PlanFields getFields() {
        return fields;
    }

    public PlanForm form() {
        return form;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(String group) {
        this.group = group;
    }
}
