package org.photobridge.portal.plan;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.photobridge.portal.connection.ConnectionService;
import org.photobridge.portal.connection.ConnectionView;

/** The list of sync plans, and who is protected in all of them. */
@Named
@ViewScoped
public class PlansPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private PlanService plans;

    @Inject
    private ConnectionService connections;

    private transient List<Plan> rows;
    private transient Map<Long, String> names;
    private boolean connected;

    @PostConstruct
    void load() {
        rows = null;
        List<ConnectionView> known = connections.list();
        connected = known.stream().map(ConnectionView::role).distinct().count() > 1;
        names = known.stream().collect(Collectors.toMap(ConnectionView::id, ConnectionView::name));
    }

    public void enable(long plan, boolean on) {
        plans.enable(plan, on);
        rows = null;
        Messages.addGlobalInfo(on ? "plans.enabled" : "plans.disabled");
    }

    public List<Plan> getRows() {
        if (rows == null) {
            rows = plans.list();
        }
        return rows;
    }

    public String connection(long id) {
        if (names == null) {
            load();
        }
        return names.getOrDefault(id, "?");
    }

    /** Whether there is a source and a target to make a plan of. */
    public boolean isConnected() {
        return connected;
    }

    public String who(Plan plan) {
        return texts().who(plan.who());
    }

    public String when(Plan plan) {
        return texts().when(plan);
    }

    /** The next run by itself; empty if there is none. */
    public String next(Plan plan) {
        return plan.schedule()
                .filter(schedule -> plan.enabled())
                .map(schedule -> texts().runs(plans.nextRuns(schedule, 1)).get(0))
                .orElse("");
    }

    private static PlanTexts texts() {
        return new PlanTexts(Faces.getLocale());
    }
}
