package org.photobridge.portal.account;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.photobridge.portal.connection.FieldProblem;
import org.photobridge.portal.connection.Saved;
import org.photobridge.portal.job.PlanWords;
import org.photobridge.portal.job.RequestRefusedException;
import org.photobridge.portal.job.RequestService;
import org.photobridge.portal.plan.Plan;
import org.photobridge.spi.ProviderException;

/** What the pages about people have in common: a plan, chosen by the address, whose two systems they are about. */
public abstract class PlanPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private String planId;
    private Long askedRun;
    private transient List<Plan> plans;
    private transient PlanWords words;

    /** All plans by name; asked once per request. */
    abstract List<Plan> loadPlans();

    abstract PlanWords loadWords(Plan plan, Locale locale);

    /** Something that the page does for its user. */
    interface Action {
        void run();
    }

    /** What was asked for and can't be done ends in a message that says why. */
    static boolean attempt(PlanPage page, Action action) {
        try {
            action.run();
            return true;
        } catch (RequestRefusedException e) {
            Messages.addGlobalError(e.key());
        } catch (ProviderException e) {
            Messages.addGlobalError("people.live-failed", page.explain(e.code()));
        }
        return false;
    }

    /** A cause and a remedy in one line. */
    String explain(String code) {
        var explained = getWords().explain(code);
        return explained.cause() + " " + explained.remedy();
    }

    void say(RequestService.Submitted submitted, int people) {
        askedRun = submitted.runId();
        Messages.addGlobalInfo(submitted.isNew() ? "people.asked" : "people.asked-already", people, submitted.runId());
    }

    void say(RequestService.Submitted submitted) {
        askedRun = submitted.runId();
        Messages.addGlobalInfo(submitted.isNew() ? "groups.asked" : "groups.asked-already", submitted.runId());
    }

    static boolean say(Saved saved, String done, Object... parameters) {
        if (saved.isDone()) {
            Messages.addGlobalInfo(done, parameters);
        } else {
            saved.problems().stream()
                    .map(FieldProblem::text)
                    .forEach(text -> Messages.addGlobalError("{0}", text.get(Faces.getLocale())));
        }
        return saved.isDone();
    }

    /** Forgets what was asked for this request, because an action changed it. */
    void forget() {
        plans = null;
        words = null;
    }

    public List<Plan> getPlans() {
        if (plans == null) {
            plans = loadPlans();
        }
        return plans;
    }

    Optional<Plan> plan() {
        return PlanChoice.of(getPlans(), planId);
    }

    /** The plan; only for what is drawn when there is one. */
    public Plan thePlan() {
        return plan().orElseThrow();
    }

    public boolean isPlanKnown() {
        return plan().isPresent();
    }

    public Plan getPlan() {
        return plan().orElse(null);
    }

    public PlanWords getWords() {
        if (words == null) {
            words = loadWords(thePlan(), Faces.getLocale());
        }
        return words;
    }

    /** The run that was last asked for on this page; null if there is none. */
    public Long getAskedRun() {
        return askedRun;
    }

    public String getPlanId() {
        return planId;
    }

    public void setPlanId(String planId) {
        this.planId = planId;
    }
}
