package org.photobridge.portal.dashboard;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.photobridge.portal.engine.BudgetUse;
import org.photobridge.portal.job.OutcomeRow;
import org.photobridge.portal.job.RequestRefusedException;
import org.photobridge.portal.job.RequestService;
import org.photobridge.portal.job.RunRow;
import org.photobridge.portal.job.RunTexts;
import org.photobridge.portal.job.RunWords;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.platform.Texts;

/** The first page; which plan it shows lives in the address. */
@Named
@ViewScoped
public class OverviewPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MORE = 5;

    @Inject
    private OverviewService overview;

    @Inject
    private RunTexts runTexts;

    private String planId = "";
    private transient List<Plan> plans;
    private transient Optional<Coverage> coverage;
    private transient List<Told> health;
    private transient RunWords words;
    private transient List<RunRow> running;
    private transient List<CoverageService.Week> weeks;
    private transient List<FailureView> failures;

    /**
     * A sentence about how things are.
     *
     * @param action the key of the words on its next action
     */
    public record Told(Finding finding, String text, String action, Map<String, String> parameters) {

        static Told of(HealthBanner banner, Texts texts) {
            String key = banner.finding().key();
            String text = texts.get(key, banner.name(), banner.number());
            return new Told(banner.finding(), text, key + ".action", banner.parameters());
        }
    }

    /** A failure, with the words of the plan it belongs to. */
    public record FailureView(OutcomeRow row, long planId, String words, String remedy) {}

    public List<Plan> getPlans() {
        if (plans == null) {
            plans = overview.plans();
        }
        return plans;
    }

    /** The plan in the address, else the first; null if there is none. */
    public Plan getPlan() {
        return getPlans().stream()
                .filter(plan -> Long.toString(plan.id()).equals(planId))
                .findFirst()
                .orElseGet(() -> getPlans().isEmpty() ? null : getPlans().get(0));
    }

    public Coverage getCoverage() {
        if (coverage == null) {
            coverage = Optional.ofNullable(getPlan()).map(overview::coverage);
        }
        return coverage.orElse(null);
    }

    /** What there is to say, in words; the most urgent first, at least one. */
    public List<Told> getHealth() {
        if (health == null) {
            health = overview.health(Optional.ofNullable(getPlan()), Optional.ofNullable(getCoverage())).stream()
                    .map(banner -> Told.of(banner, Texts.in(Faces.getLocale())))
                    .toList();
        }
        return health;
    }

    /** What comes after the most urgent; no more than fit. */
    public List<Told> getMore() {
        return getHealth().stream().skip(1).limit(MORE).toList();
    }

    public RunWords getWords() {
        if (words == null) {
            words = runTexts.in(Faces.getLocale());
        }
        return words;
    }

    /** The words for conditions of the shown plan's two systems. */
    public String condition(String name) {
        return getWords().plan(getPlan().id()).condition(name);
    }

    public List<RunRow> getRunning() {
        if (running == null) {
            running = overview.unfinished();
        }
        return running;
    }

    /** In a poll: everything is asked for anew. */
    public void look() {
        running = null;
        coverage = null;
        health = null;
        failures = null;
    }

    public List<FailureView> getFailures() {
        if (failures == null) {
            failures = overview.latestFailures().stream().map(this::failure).toList();
        }
        return failures;
    }

    private FailureView failure(OutcomeRow row) {
        long plan = overview.run(row.runId()).map(RunRow::planId).orElse(0L);
        var explained = getWords().plan(plan).explain(row.reasonCode());
        return new FailureView(row, plan, explained.words(), explained.remedy());
    }

    public TrendChart getTrend() {
        if (weeks == null) {
            weeks = Optional.ofNullable(getPlan()).map(overview::weeks).orElse(List.of());
        }
        return new TrendChart(weeks, Faces.getLocale());
    }

    public List<BudgetUse> getBudgets() {
        return overview.budgets();
    }

    public String budget(BudgetUse use) {
        long percent = Math.min(100, use.used() * 100 / use.limit().units());
        String label = use.limit().label().get(Faces.getLocale());
        Texts texts = Texts.in(Faces.getLocale());
        return use.pausedUntil()
                .map(until ->
                        texts.get("overview.budget.paused", label, getWords().when(until)))
                .orElseGet(() -> texts.get("overview.budget.used", label, percent));
    }

    public long budgetPercent(BudgetUse use) {
        return Math.min(100, use.used() * 100 / use.limit().units());
    }

    /** Goes on to the page of the check, which can be followed there. */
    public String checkEverybody() {
        try {
            RequestService.Submitted run = overview.checkEverybody(getPlan().id());
            Messages.addFlashGlobalInfo("run.said.asked");
            return "/run.xhtml?faces-redirect=true&id=" + run.runId();
        } catch (RequestRefusedException refused) {
            Messages.addGlobalWarn(refused.key());
            return null;
        }
    }

    public String getPlanId() {
        return planId;
    }

    public void setPlanId(String planId) {
        this.planId = planId == null ? "" : planId;
    }
}
