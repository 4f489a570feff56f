package org.photobridge.portal.account;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.photobridge.portal.engine.Step;
import org.photobridge.portal.job.PlanWords;
import org.photobridge.portal.job.RunRow;
import org.photobridge.portal.job.ScopeKind;
import org.photobridge.portal.platform.Texts;

/** What a run did or is doing, step by step, for the page of one person. */
public final class RunSteps {

    /** One step; {@code figure} says for how many people, if the run was about several. */
    public record Line(String words, String figure, boolean done) {}

    private final RunRow run;
    private final PlanWords words;
    private final Texts texts;

    RunSteps(RunRow run, PlanWords words) {
        this.run = run;
        this.words = words;
        this.texts = Texts.in(words.locale());
    }

    List<Line> lines() {
        return Arrays.stream(Step.values())
                .filter(step -> step != Step.PREFLIGHT)
                .map(this::line)
                .toList();
    }

    private Line line(Step step) {
        long people = run.counts().of(step);
        boolean several = run.scopeKind() != ScopeKind.ACCOUNT && people > 0;
        return new Line(step(step.name()), several ? texts.get("person.people", people) : "", people > 0);
    }

    /** In one line. */
    String progress() {
        return switch (run.state()) {
            case QUEUED -> texts.get("person.progress.queued");
            case WAITING -> texts.get("person.progress.waiting", words.reason(run.waitingFor()), until());
            case PAUSED -> texts.get("person.progress.paused");
            default -> run.step().isEmpty() ? texts.get("person.progress.running") : step(run.step()) + " …";
        };
    }

    private String until() {
        DateTimeFormatter clock = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(words.locale())
                .withZone(ZoneId.systemDefault());
        return run.waitingUntil().map(clock::format).orElse("");
    }

    private String step(String name) {
        return texts.get("person.step." + name.toLowerCase(Locale.ROOT), words.source(), words.target());
    }
}
