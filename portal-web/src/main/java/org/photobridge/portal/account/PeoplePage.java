package org.photobridge.portal.account;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.omnifaces.util.Messages;
import org.photobridge.portal.engine.Condition;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.job.PlanWords;
import org.photobridge.portal.job.Scope;
import org.photobridge.portal.plan.Plan;
import org.primefaces.PrimeFaces;
import org.primefaces.model.LazyDataModel;

/** The list of people: searched, filtered, and acted upon. */
@Named
@ViewScoped
public class PeoplePage extends PlanPage implements PeopleTable.Source {

    private static final long serialVersionUID = 1L;

    @Inject
    private PeopleService service;

    private String text;
    private String condition;
    private String department;
    private String reason;
    private List<PersonRow> selected = new ArrayList<>();
    private transient LazyDataModel<PersonRow> table;
    private transient Map<String, Long> counts;
    private List<String> live;

    @PostConstruct
    void prepare() {
        table = new PeopleTable(this);
    }

    /** Called once the address was read: who isn't in the table is looked for in the directory. */
    public void search() {
        if (isPlanKnown() && !filter().text().isEmpty() && service.count(thePlan(), filter()) == 0) {
            attempt(
                    this,
                    () -> live = service.searchLive(thePlan(), filter().text()).stream()
                            .map(PersonRow::accountId)
                            .toList());
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

    /** Checks everybody: the run lists them, and from then on they are here. */
    public void checkAll() {
        attempt(this, () -> say(service.checkAll(thePlan())));
    }

    private void ask(RunKind kind) {
        if (isSomebodySelected()) {
            attempt(this, () -> say(service.ask(thePlan(), kind, selected), selected.size()));
        }
    }

    public void exclude() {
        if (isSomebodySelected() && say(service.exclude(thePlan(), selected), "people.excluded", selected.size())) {
            forget();
        }
    }

    public void protect() {
        if (!isSomebodySelected()) {
            return;
        }
        service.protect(thePlan(), selected, reason);
        Messages.addGlobalInfo("people.protected", selected.size());
        PrimeFaces.current().executeScript("PF('protection').hide()");
        reason = null;
    }

    private boolean isSomebodySelected() {
        if (selected.isEmpty()) {
            Messages.addGlobalWarn("people.nobody-selected");
        } else if (selected.size() > Scope.LIST_MAX) {
            Messages.addGlobalWarn("people.too-many-selected", Scope.LIST_MAX);
        }
        return !selected.isEmpty() && selected.size() <= Scope.LIST_MAX;
    }

    /** A condition's name, how many people are in it, and where its switch leads. */
    public record Chip(String name, long people, boolean on, String leadsTo) {}

    /** Every condition that somebody is in, in the order of the enum, as switches of the filter. */
    public List<Chip> getChips() {
        if (counts == null) {
            counts = service.conditions(thePlan());
        }
        return Arrays.stream(Condition.values())
                .map(Condition::name)
                .filter(name ->
                        counts.containsKey(name) || filter().conditions().contains(name))
                .map(name -> new Chip(
                        name,
                        counts.getOrDefault(name, 0L),
                        filter().conditions().contains(name),
                        toggled(name)))
                .toList();
    }

    private String toggled(String name) {
        Set<String> names = new TreeSet<>(filter().conditions());
        if (!names.remove(name)) {
            names.add(name);
        }
        return names.isEmpty() ? null : names.stream().collect(Collectors.joining(","));
    }

    public List<String> getDepartments() {
        return service.departments(thePlan());
    }

    /** Whom the directory found live; empty unless it was asked. */
    public List<PersonRow> getLive() {
        return live == null ? List.of() : service.rows(thePlan(), live);
    }

    /** Whether the table has nobody and the directory was asked. */
    public boolean isAskedLive() {
        return live != null;
    }

    /** Whether the plan's people were never listed: then the list is empty for another reason than its filter. */
    public boolean isNeverListed() {
        return filter().isEverybody() && service.count(thePlan(), filter()) == 0;
    }

    public boolean isFiltered() {
        return !filter().isEverybody();
    }

    @Override
    public PeopleService people() {
        return service;
    }

    @Override
    public PeopleFilter filter() {
        return PeopleFilter.ofParameters(text, condition, department);
    }

    @Override
    List<Plan> loadPlans() {
        return service.plans();
    }

    @Override
    PlanWords loadWords(Plan plan, Locale locale) {
        return service.words(plan, locale);
    }

    public LazyDataModel<PersonRow> getTable() {
        return table;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getCondition() {
        return condition;
    }

    public void setCondition(String condition) {
        this.condition = condition;
    }

    public String getDepartment() {
        return department;
    }

    public void setDepartment(String department) {
        this.department = department;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public List<PersonRow> getSelected() {
        return selected;
    }

    public void setSelected(List<PersonRow> selected) {
        this.selected = selected == null ? new ArrayList<>() : selected;
    }
}
