package org.photobridge.portal.job;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.photobridge.portal.platform.Texts;
import org.primefaces.PrimeFaces;

/** One run: what it does now, what came of it, and what can be done about it. */
@Named
@ViewScoped
public class RunPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private RunService runs;

    @Inject
    private ApprovalService approvals;

    @Inject
    private FollowUpService followUps;

    @Inject
    private RunExport export;

    @Inject
    private RunTexts texts;

    private long id;
    private String outcome = "";
    private String because = "";
    private String text = "";
    private String reason;
    private String shown;
    private OutcomeTable table;
    private transient RunView view;

    /** The run, as it is now; asked for anew in each request. */
    public RunView getView() {
        if (view == null) {
            view = runs.find(id)
                    .map(row -> new RunView(row, texts.in(Faces.getLocale()), runs.reasons(id), runs.isSteerable(row)))
                    .orElseThrow(() -> new IllegalStateException("Run " + id + " is gone"));
        }
        return view;
    }

    /** What people decided about it while it was held. */
    public List<RunDecision> getDecisions() {
        return approvals.decisions(id);
    }

    /** Before the page is drawn for the first time. */
    public void open() throws IOException {
        if (runs.find(id).isEmpty()) {
            Faces.responseSendError(404, "run");
            return;
        }
        shown = stage();
    }

    /** While the run goes on, the page asks how it stands; what it can do changes when the run's state does. */
    public void look() {
        view = null;
        if (!stage().equals(shown)) {
            shown = stage();
            PrimeFaces.current().ajax().update("run:head", "people:table");
        }
    }

    private String stage() {
        RunRow run = getView().getRun();
        return run.state() + " " + run.cancelRequested() + " " + run.pauseRequested();
    }

    public OutcomeTable getTable() {
        if (table == null) {
            table = new OutcomeTable(runs, id, filter());
        }
        return table;
    }

    /** The list with another filter, which lives in the address. */
    public String show() {
        return "/run.xhtml?faces-redirect=true&includeViewParams=true";
    }

    public void pause() {
        change(runs::pause, "run.said.pause");
    }

    public void resume() {
        change(runs::resume, "run.said.resume");
    }

    public void cancel() {
        change(runs::cancel, "run.said.cancel");
    }

    private void change(LongConsumer change, String done) {
        try {
            change.accept(id);
            said(done);
        } catch (RequestRefusedException refused) {
            Messages.addGlobalWarn(Texts.in(Faces.getLocale()).get(refused.key()));
        }
    }

    public void approve() {
        try {
            approvals.approve(id, reason.strip());
            said("run.said.approve");
        } catch (RequestRefusedException refused) {
            view = null;
            Messages.addGlobalWarn(Texts.in(Faces.getLocale()).get(refused.key()));
        }
    }

    public String retryFailed() {
        return follow(() -> followUps.retryFailed(id));
    }

    public String doForReal() {
        return follow(() -> followUps.doForReal(id));
    }

    public String undo(OutcomeRow row) {
        return follow(() -> followUps.undo(id, row.accountId(), row.displayName()));
    }

    public void exportCsv() throws IOException {
        Faces.sendFile(name("csv"), true, out -> export.csv(id, filter(), out));
    }

    public void exportJson() throws IOException {
        Faces.sendFile(name("json"), true, out -> export.json(id, filter(), out));
    }

    /** What the list shows, and what of it is exported. */
    private OutcomeFilter filter() {
        return new OutcomeFilter(outcome, because, text);
    }

    private String name(String ending) {
        return "run-" + id + part(outcome) + part(because) + "." + ending;
    }

    /** A filter's part of a file name: letters, digits and hyphens only, whatever stood in the address. */
    private static String part(String filter) {
        String plain = filter.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return plain.isEmpty() ? "" : "-" + plain;
    }

    private void said(String key) {
        view = null;
        shown = stage();
        Messages.addGlobalInfo(key);
    }

    /** Goes on to the new run's page, or says why there is none. */
    private String follow(Supplier<RequestService.Submitted> asking) {
        try {
            RequestService.Submitted submitted = asking.get();
            Messages.addFlashGlobalInfo(submitted.isNew() ? "run.said.asked" : "run.said.asked-already");
            return "/run.xhtml?faces-redirect=true&id=" + submitted.runId();
        } catch (RequestRefusedException refused) {
            Messages.addGlobalWarn(Texts.in(Faces.getLocale()).get(refused.key()));
            return null;
        }
    }

    public String getId() {
        return Long.toString(id);
    }

    /** Something that isn't a number is the id of no run. */
    public void setId(String id) {
        this.id = id != null && id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }

    public String getOutcome() {
        return outcome;
    }

    /** One that there isn't shows nobody; that is said in the list. */
    public void setOutcome(String outcome) {
        this.outcome = outcome == null ? "" : outcome;
    }

    /** The code of the reason whose people are listed; empty text for all. */
    public String getBecause() {
        return because;
    }

    public void setBecause(String because) {
        this.because = because == null ? "" : because;
    }

    public boolean isFiltered() {
        return !OutcomeFilter.ALL.equals(filter());
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
