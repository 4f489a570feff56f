package org.photobridge.portal.job;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omnifaces.util.Faces;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.engine.RunState;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.PlanService;

/** The history of runs; its filters live in the address. */
@Named
@ViewScoped
public class RunsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private RunService runs;

    @Inject
    private PlanService plans;

    @Inject
    private RunTexts texts;

    private transient RunWords words;
    private RunTable table;
    private String plan;
    private String kind;
    private String state;
    private boolean bulk;

    public RunTable getTable() {
        if (table == null) {
            table = new RunTable(runs, filter());
        }
        return table;
    }

    public RunWords getWords() {
        if (words == null) {
            words = texts.in(Faces.getLocale());
        }
        return words;
    }

    public List<Plan> getPlans() {
        return plans.list();
    }

    public RunKind[] getKinds() {
        return RunKind.values();
    }

    public RunState[] getStates() {
        return RunState.values();
    }

    public boolean isFiltered() {
        return !filter().equals(RunFilter.ALL);
    }

    /** Shows the same page with the filters in its address. */
    public String show() {
        return "/runs.xhtml?faces-redirect=true&includeViewParams=true";
    }

    /** What the address asks for; something it can't mean is as good as nothing. */
    private RunFilter filter() {
        return new RunFilter(planId(), known(kind, RunKind.values()), known(state, RunState.values()), bulk);
    }

    private Optional<Long> planId() {
        return Optional.ofNullable(plan)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    private static Set<String> known(String name, Enum<?>[] values) {
        return Arrays.stream(values).anyMatch(value -> value.name().equals(name)) ? Set.of(name) : Set.of();
    }

    public String getPlan() {
        return plan;
    }

    public void setPlan(String plan) {
        this.plan = plan;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public boolean isBulk() {
        return bulk;
    }

    public void setBulk(boolean bulk) {
        this.bulk = bulk;
    }
}
