package org.photobridge.portal.plan;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.photobridge.spi.Group;
import org.photobridge.spi.ProviderException;

/** The choice of groups and of people left out, on a plan's page. */
@Named
@ViewScoped
public class PlanGroupsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private PlanPage plan;

    @Inject
    private GroupFinder finder;

    private String search;
    private transient List<Group> found;

    public void find() {
        Long source = plan.form().source;
        if (source == null) {
            Messages.addGlobalWarn("plan.groups.source-first");
            return;
        }
        try {
            found = finder.find(source, search == null ? "" : search);
            if (found.isEmpty()) {
                Messages.addGlobalWarn("plan.groups.none");
            }
        } catch (ProviderException e) {
            Messages.addGlobalError("plan.groups.failed", finder.explain(source, e, Faces.getLocale()));
        }
    }

    public void add(String id, String name) {
        plan.form().groups.put(id, name);
    }

    public void remove(String id) {
        plan.form().groups.remove(id);
    }

    public void letIn(String id) {
        plan.form().excluded.remove(id);
    }

    public void addFilter() {
        plan.form().filter.add(new PlanForm.FilterLine());
    }

    public void removeFilter(PlanForm.FilterLine line) {
        plan.form().filter.remove(line);
    }

    public List<Map.Entry<String, String>> getGroups() {
        return List.copyOf(plan.form().groups.entrySet());
    }

    public List<Map.Entry<String, String>> getExcluded() {
        return List.copyOf(plan.form().excluded.entrySet());
    }

    public List<PlanForm.FilterLine> getFilter() {
        return plan.form().filter;
    }

    public List<Group> getFound() {
        return found == null ? List.of() : found;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
    }
}
