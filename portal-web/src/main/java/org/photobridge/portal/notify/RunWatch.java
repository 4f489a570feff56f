package org.photobridge.portal.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.engine.Lane;
import org.photobridge.portal.engine.OutcomeType;
import org.photobridge.portal.engine.Reason;
import org.photobridge.portal.engine.RunSummary;
import org.photobridge.portal.job.Explanation;
import org.photobridge.portal.job.RunHalted;
import org.photobridge.portal.job.RunTexts;
import org.photobridge.portal.job.RunWords;
import org.photobridge.portal.notify.Cause.Wording;
import org.photobridge.portal.platform.Texts;
import org.photobridge.portal.security.Caller;

/** Raises a cause when a run for many people needs somebody; who asked for a few people is looking at the page anyway. */
@ApplicationScoped
class RunWatch {

    @Inject
    private Outbox outbox;

    @Inject
    private RunTexts texts;

    /** In the transaction that stores how the run ended. */
    void halted(@Observes RunHalted halted) {
        if (halted.run().lane() == Lane.BULK) {
            kind(halted.summary()).ifPresent(kind -> outbox.raise(cause(kind, halted)));
        }
    }

    static Optional<EventKind> kind(RunSummary summary) {
        boolean byPerson =
                summary.reason().filter(Reason.PAUSED_BY_PERSON.code()::equals).isPresent();
        return switch (summary.state()) {
            case FAILED -> Optional.of(EventKind.RUN_FAILED);
            case PAUSED -> byPerson ? Optional.empty() : Optional.of(EventKind.RUN_FAILED);
            case COMPLETED_WITH_FAILURES -> Optional.of(EventKind.RUN_WITH_FAILURES);
            case AWAITING_APPROVAL -> Optional.of(EventKind.RUN_HELD);
            default -> Optional.empty();
        };
    }

    private Cause cause(EventKind kind, RunHalted halted) {
        String run = Long.toString(halted.run().id());
        String code = halted.summary().reason().orElse("");
        String page = kind == EventKind.RUN_HELD ? "/approvals.xhtml" : "/run.xhtml?id=" + run;
        Map<String, String> facts = Map.of(
                "run", run,
                "plan", Long.toString(halted.run().planId()),
                "state", halted.summary().state().name(),
                "reason", code,
                "failed", Long.toString(failed(halted)));
        return new Cause(
                kind, kind.key() + ":" + run + ":" + code, page, facts, locale -> wording(kind, halted, locale));
    }

    private Wording wording(EventKind kind, RunHalted halted, Locale locale) {
        return Caller.trusted(Actor.portal()).asking(() -> words(kind, halted, locale));
    }

    private Wording words(EventKind kind, RunHalted halted, Locale locale) {
        Texts own = Texts.in(locale);
        RunWords words = texts.in(locale);
        String plan = Wording.oneLine(halted.run().planName());
        String run = Long.toString(halted.run().id());
        String why = halted.summary()
                .reason()
                .map(code -> words.plan(halted.run()).explain(code))
                .map(RunWatch::sentences)
                .orElse("");
        String key = "notify." + kind.key();
        return new Wording(
                own.get(key + ".title", plan, run, failed(halted)),
                (own.get(key + ".text", plan, run, failed(halted)) + "\n" + why).strip());
    }

    private static String sentences(Explanation explanation) {
        return Wording.oneLine(explanation.cause()) + "\n" + Wording.oneLine(explanation.remedy());
    }

    private static long failed(RunHalted halted) {
        return halted.summary().counts().of(OutcomeType.FAILED);
    }
}
