package org.photobridge.portal.account;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.omnifaces.util.Messages;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.engine.RunState;
import org.photobridge.portal.job.OutcomeRow;
import org.photobridge.portal.job.PlanWords;
import org.photobridge.portal.job.RequestService;
import org.photobridge.portal.job.RunRow;
import org.photobridge.portal.plan.Plan;
import org.primefaces.PrimeFaces;

/** One person: both pictures, what there is to say about them, and the one button that helps. */
@Named
@ViewScoped
public class PersonPage extends PlanPage {

    private static final long serialVersionUID = 1L;
    private static final List<String> TABS = List.of("advice", "facts", "steps", "timeline");

    @Inject
    private PeopleService people;

    @Inject
    private PersonService service;

    @Inject
    private KeepService keeping;

    @Inject
    private PreviousPictures previousPictures;

    private String accountId;
    private String tab;
    private String reason;
    private String why;
    private String reading;
    private Long runId;
    private transient PersonView person;
    private transient SideBySide now;
    private transient String problem = "";
    private transient RunRow run;
    private transient PersonSaying saying;
    private transient PersonPictures pictures;
    private transient PreviousPicture previous;

    /** Called once the address was read: shows what is stored and starts to read both systems. */
    public void load() {
        if (isPlanKnown() && accountId != null && !accountId.isBlank()) {
            attempt(this, () -> {
                refresh();
                read();
            });
        }
    }

    private void refresh() {
        person = service.find(thePlan(), accountId).orElse(null);
        redraw();
    }

    private void redraw() {
        saying = null;
        pictures = null;
    }

    private void read() {
        if (person != null) {
            problem = "";
            now = null;
            reading = service.startReading(thePlan(), accountId);
            redraw();
        }
    }

    /** Called again and again while something is under way. */
    public void look() {
        if (runId != null) {
            lookAtRun();
        }
        if (runId == null && reading != null && now == null) {
            lookAtReading();
        }
    }

    private void lookAtRun() {
        run = service.run(runId).orElse(null);
        if (run == null || run.isEnded() || run.state() == RunState.AWAITING_APPROVAL) {
            runId = null;
            tellEnd();
            PrimeFaces.current().ajax().update("messages");
            refresh();
            read();
        }
    }

    private void tellEnd() {
        if (run != null && run.state() == RunState.FAILED) {
            Messages.addGlobalError("person.run-failed", run.id(), explain(run.problemCode()));
        } else if (run != null && run.state() == RunState.AWAITING_APPROVAL) {
            Messages.addGlobalWarn("person.run-held", run.id(), explain(run.problemCode()));
        } else if (run != null && run.state() == RunState.CANCELLED) {
            Messages.addGlobalWarn("person.run-cancelled", run.id());
        }
    }

    private void lookAtReading() {
        Optional<LiveReadings.Status> status = service.reading(reading);
        if (status.isEmpty()) {
            read();
        } else if (status.get().isOver()) {
            now = status.get().answer().orElse(null);
            problem = status.get().failure().map(Problems::code).orElseGet(() -> now.problem());
            if (now == null) {
                reading = null;
            }
            redraw();
        }
    }

    /** Whether the page should look again soon. */
    public boolean isBusy() {
        return runId != null || reading != null && now == null;
    }

    public void sync() {
        ask(() -> service.ask(thePlan(), RunKind.SYNC, person.row()));
    }

    public void check() {
        ask(() -> service.ask(thePlan(), RunKind.CHECK, person.row()));
    }

    public void undo() {
        ask(() -> service.ask(thePlan(), RunKind.UNDO, person.row()));
    }

    public void replace() {
        ask(() -> service.replace(thePlan(), person.row(), why));
        why = null;
        PrimeFaces.current().executeScript("PF('replacing').hide();PF('live').start()");
    }

    public void removeToo() {
        ask(() -> service.removeToo(thePlan(), person.row(), why));
        why = null;
        PrimeFaces.current().executeScript("PF('removing').hide();PF('live').start()");
    }

    /** Keeps the target's picture, as it stands beside the source's. */
    public void keep() {
        if (isKeepable() && attempt(this, () -> keeping.keep(thePlan(), person.row(), now))) {
            Messages.addGlobalInfo(
                    "person.kept", person.row().name(), getWords().target());
        }
        refresh();
        read();
    }

    /** Whether the plan asks which picture is to stay: known once both systems were read. */
    public boolean isKeepable() {
        return now != null && now.both().isPresent() && now.isAsking();
    }

    /** Opens what was there before a run; the audit says who has looked. */
    public void viewPrevious(long ofRun) {
        previous = previousPictures.view(thePlan(), accountId, ofRun).orElse(null);
        PrimeFaces.current().executeScript("PF('previous').show()");
    }

    /** The previous picture that was just opened; null if there is none, or none any more. */
    public PreviousPicture getPrevious() {
        return previous;
    }

    /** Whether the target's picture can be removed: known once both systems were read. */
    public boolean isRemovable() {
        return now != null && now.isRemovable();
    }

    /** Whether a removed picture can be put back. */
    public boolean isRestorable() {
        return now != null && now.isRestorable();
    }

    private void ask(Supplier<RequestService.Submitted> asking) {
        attempt(this, () -> {
            runId = asking.get().runId();
            run = service.run(runId).orElse(null);
        });
    }

    public void protect() {
        service.protect(thePlan(), person.row(), reason);
        PrimeFaces.current().executeScript("PF('protection').hide();PF('live').start()");
        changed("person.protected");
    }

    public void release() {
        service.release(thePlan(), person.row(), reason);
        reason = null;
        PrimeFaces.current().executeScript("PF('releasing').hide()");
        changed("person.released");
    }

    public void exclude() {
        if (say(
                service.exclude(thePlan(), person.row()),
                "person.excluded",
                person.row().name())) {
            changed();
        }
    }

    public void include() {
        if (say(
                service.include(thePlan(), person.row()),
                "person.included",
                person.row().name())) {
            changed();
        }
    }

    private void changed(String message) {
        Messages.addGlobalInfo(message, person.row().name());
        changed();
    }

    private void changed() {
        reason = null;
        forget();
        refresh();
        read();
    }

    /** What the page says about the person, in words. */
    public PersonSaying getSaying() {
        if (saying == null) {
            saying = new PersonSaying(person, service.saying(person, Optional.ofNullable(now)), getWords());
        }
        return saying;
    }

    /** The person's pictures, in words; without any that was read as long as that isn't done. */
    public PersonPictures getPictures() {
        if (pictures == null) {
            pictures = new PersonPictures(person, Optional.ofNullable(now), reading, thePlan(), getWords());
        }
        return pictures;
    }

    /** What the run that the page waits for is doing, in words. */
    public String getProgress() {
        return new RunSteps(run, getWords()).progress();
    }

    /** The steps of the run that last recorded the person. */
    public List<RunSteps.Line> getSteps() {
        return new RunSteps(getLastRun(), getWords()).lines();
    }

    /** What a ticket needs: codes and details in English; empty text if there is nothing. */
    public String getTechnical() {
        return getPictures().technical(getSaying().getWhy());
    }

    public List<OutcomeRow> getTimeline() {
        return service.timeline(accountId);
    }

    /** The run that last recorded the person; null if there was none. */
    public RunRow getLastRun() {
        return service.run(person.row().lastRunId()).orElse(null);
    }

    @Override
    List<Plan> loadPlans() {
        return people.plans();
    }

    @Override
    PlanWords loadWords(Plan plan, Locale locale) {
        return people.words(plan, locale);
    }

    public boolean isKnown() {
        return person != null;
    }

    public PersonView getPerson() {
        return person;
    }

    /** Why nothing could be read just now, in words; empty text if it could, or isn't done yet. */
    public String getProblem() {
        return problem == null || problem.isEmpty() ? "" : explain(problem);
    }

    /** The run that the page waits for; null if there is none. */
    public RunRow getRun() {
        return runId == null ? null : run;
    }

    public String getTab() {
        return tab != null && TABS.contains(tab) ? tab : TABS.get(0);
    }

    public void setTab(String tab) {
        this.tab = tab;
    }

    public List<String> getTabs() {
        return TABS;
    }

    public String getAccountId() {
        return accountId;
    }

    public void setAccountId(String accountId) {
        this.accountId = accountId;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
