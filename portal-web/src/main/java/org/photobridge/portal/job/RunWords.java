package org.photobridge.portal.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.photobridge.portal.engine.OutcomeType;
import org.photobridge.portal.engine.RunState;
import org.photobridge.portal.engine.Step;
import org.photobridge.portal.platform.Texts;

/** Runs in words of one language. */
public final class RunWords {

    /** What the words are about: plans, their systems, and the limits that calls to them keep to. */
    interface Names {
        PlanWords of(long planId);

        /** Which of a plan's two systems has this code in its catalogue. */
        Optional<String> systemThatSays(long planId, String code);

        Optional<String> limit(String name);
    }

    private final Locale locale;
    private final Texts texts;
    private final Clock clock;
    private final Names names;

    RunWords(Locale locale, Clock clock, Names names) {
        this.locale = locale;
        this.texts = Texts.in(locale);
        this.clock = clock;
        this.names = names;
    }

    public PlanWords plan(RunRow run) {
        return names.of(run.planId());
    }

    public PlanWords plan(long planId) {
        return names.of(planId);
    }

    public String text(String key, Object... parameters) {
        return texts.get(key, parameters);
    }

    public String kind(RunRow run) {
        return texts.get("run.kind." + run.kind());
    }

    /** What happens in a step: "Look at SharePoint". */
    public String step(RunRow run, Step step) {
        PlanWords plan = plan(run);
        return texts.get("run.step." + step, plan.source(), plan.target());
    }

    /** Whom the run is about: "Everybody", "Group Sales", "3 people", "Anna". */
    public String scope(RunRow run) {
        String label = run.scopeLabel();
        return switch (run.scopeKind()) {
            case ALL -> texts.get("run.scope.ALL");
            case GROUP -> texts.get("run.scope.GROUP", label);
            case LIST -> texts.get("run.scope.LIST", run.total().orElse(0L)) + (label.isBlank() ? "" : " – " + label);
            case ACCOUNT -> label.isBlank() ? texts.get("run.scope.LIST", 1L) : label;
        };
    }

    /** Who asked: a person's name, the schedule, an API token, the set-up file. */
    public String asker(RunRow run) {
        return texts.get("run.asker." + run.triggerKind(), run.actorName());
    }

    /** Where the run stands, in a few words. */
    public String state(RunRow run) {
        if (run.state() == RunState.RUNNING && run.cancelRequested()) {
            return texts.get("run.state.stopping");
        }
        if (run.state() == RunState.RUNNING && run.pauseRequested()) {
            return texts.get("run.state.pausing");
        }
        if (run.state() == RunState.COMPLETED_WITH_FAILURES) {
            return texts.get("run.state.COMPLETED_WITH_FAILURES", run.counts().of(OutcomeType.FAILED));
        }
        return texts.get("run.state." + run.state());
    }

    /** The sign that goes with {@link #state}. */
    public String icon(RunRow run) {
        return switch (run.state()) {
            case QUEUED, WAITING -> "pi-clock";
            case RUNNING -> "pi-sync";
            case PAUSED -> "pi-pause-circle";
            case AWAITING_APPROVAL -> "pi-question-circle";
            case SUCCEEDED -> "pi-check-circle";
            case COMPLETED_WITH_FAILURES -> "pi-exclamation-circle";
            case FAILED -> "pi-times-circle";
            case CANCELLED -> "pi-ban";
        };
    }

    /** What the run waits for and until when: "Waiting for SharePoint, resumes 14:02"; empty text if it doesn't. */
    public String waiting(RunRow run) {
        if (run.waitingUntil().isEmpty() || run.isEnded()) {
            return "";
        }
        String until = clockTime(run.waitingUntil().get());
        String code = run.waitingFor();
        Optional<String> system = code.isEmpty() ? Optional.empty() : names.systemThatSays(run.planId(), code);
        if (system.isPresent()) {
            return texts.get("run.waiting.system", system.get(), until);
        }
        return names.limit(code)
                .map(limit -> texts.get("run.waiting.limit", limit, until))
                .orElseGet(() -> plainWait(run, until));
    }

    private String plainWait(RunRow run, String until) {
        return run.waitingFor().isEmpty()
                ? texts.get("run.waiting.plain", until)
                : texts.get("run.waiting.reason", plan(run).reason(run.waitingFor()), until);
    }

    /** People by outcome in one line, the telling ones first: "12 replaced, 3 failed". */
    public String counts(RunRow run) {
        StringBuilder line = new StringBuilder();
        for (OutcomeType type : OutcomeType.values()) {
            long people = run.counts().of(type);
            if (people > 0) {
                line.append(line.isEmpty() ? "" : ", ")
                        .append(texts.get("run.count", people, plan(run).outcome(type.name())));
            }
        }
        return line.isEmpty() ? texts.get("run.count.nobody") : line.toString();
    }

    public boolean totalKnown(RunRow run) {
        return run.total().isPresent();
    }

    /** How many people the run will meet, for a progress bar: never less than one. */
    public long total(RunRow run) {
        return Math.max(1, run.total().orElse(1L));
    }

    /** "12 of 500 people done", without a total "12 people done so far", at the end "500 people done". */
    public String progress(RunRow run) {
        long people = run.counts().people();
        if (run.isEnded()) {
            return texts.get("run.progress.ended", people);
        }
        return run.total()
                .map(total -> texts.get("run.progress.of", people, total))
                .orElseGet(() -> texts.get("run.progress.so-far", people));
    }

    /** How long the run has taken so far; empty text before its start. */
    public String duration(RunRow run) {
        return run.startedAt()
                .map(start -> Duration.between(start, run.finishedAt().orElseGet(clock::instant)))
                .map(this::duration)
                .orElse("");
    }

    private String duration(Duration length) {
        if (length.compareTo(Duration.ofMinutes(1)) < 0) {
            return texts.get("run.duration.seconds", Math.max(1, length.toSeconds()));
        }
        return length.compareTo(Duration.ofHours(1)) < 0
                ? texts.get("run.duration.minutes", length.toMinutes(), length.toSecondsPart())
                : texts.get("run.duration.hours", length.toHours(), length.toMinutesPart());
    }

    public String when(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(ZoneId.systemDefault())
                .format(time);
    }

    /** The time of day, with its date if that isn't today. */
    private String clockTime(Instant time) {
        ZoneId zone = ZoneId.systemDefault();
        boolean today = time.atZone(zone)
                .toLocalDate()
                .equals(clock.instant().atZone(zone).toLocalDate());
        return today
                ? DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(time.atZone(zone))
                : when(time);
    }
}
