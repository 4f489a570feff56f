package org.photobridge.portal.job;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.photobridge.portal.engine.RunState;
import org.photobridge.portal.platform.Texts;

/** The runs that wait for somebody's decision. */
@Named
@ViewScoped
public class ApprovalsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private ApprovalService approvals;

    @Inject
    private RunTexts texts;

    /** As the page was drawn: a run that somebody else decides meanwhile must not move another one under the pointer. */
    private List<Long> shown;

    private final Map<Long, String> reasons = new HashMap<>();
    private final Map<Long, String> problems = new HashMap<>();
    private transient List<HeldRun> waiting;
    private transient RunWords words;

    /** Before the page is drawn for the first time: who may not see it is told before anything is drawn. */
    public void open() {
        getWaiting();
    }

    public List<HeldRun> getWaiting() {
        if (waiting == null) {
            waiting = shown == null ? approvals.waiting() : again();
            shown = waiting.stream().map(held -> held.run().id()).toList();
        }
        return waiting;
    }

    private List<HeldRun> again() {
        return shown.stream().map(approvals::find).flatMap(Optional::stream).toList();
    }

    public RunWords getWords() {
        if (words == null) {
            words = texts.in(Faces.getLocale());
        }
        return words;
    }

    /** What the run is held for, with figures: "34 pictures that others set would be replaced; 20 are allowed unasked." */
    public String why(HeldRun held) {
        return held.hold()
                .map(found -> getWords()
                        .text(
                                "approvals.why." + found.reasonCode(),
                                getWords().plan(held.run()).source(),
                                getWords().plan(held.run()).target(),
                                found.found(),
                                found.allowed()))
                .orElseGet(() -> getWords()
                        .plan(held.run())
                        .explain(held.run().problemCode())
                        .cause());
    }

    public boolean isOpen(HeldRun held) {
        return held.run().state() == RunState.AWAITING_APPROVAL;
    }

    public void approve(long runId) {
        decide(runId, () -> approvals.approve(runId, reason(runId)), "approvals.said.approved");
    }

    public void reject(long runId) {
        if (reason(runId).isBlank()) {
            problems.put(runId, Texts.in(Faces.getLocale()).get("approvals.reason.missing"));
            return;
        }
        decide(runId, () -> approvals.reject(runId, reason(runId)), "approvals.said.rejected");
    }

    public String preview(long runId) {
        try {
            long preview = approvals.preview(runId).runId();
            return "/run.xhtml?faces-redirect=true&id=" + preview;
        } catch (RequestRefusedException refused) {
            warn(refused);
            return null;
        }
    }

    private void decide(long runId, Runnable decision, String said) {
        problems.remove(runId);
        try {
            decision.run();
            reasons.remove(runId);
            Messages.addGlobalInfo(said, Long.toString(runId));
        } catch (RequestRefusedException refused) {
            warn(refused);
        }
        shown = null;
        waiting = null;
    }

    private static void warn(RequestRefusedException refused) {
        Messages.addGlobalWarn(Texts.in(Faces.getLocale()).get(refused.key()));
    }

    private String reason(long runId) {
        return Optional.ofNullable(reasons.get(runId)).orElse("").strip();
    }

    public Map<Long, String> getReasons() {
        return reasons;
    }

    public Map<Long, String> getProblems() {
        return problems;
    }

    /** For the menu: how many runs wait. */
    public long getCount() {
        return approvals.count();
    }
}
