package org.photobridge.portal.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.photobridge.portal.dashboard.Coverage;
import org.photobridge.portal.dashboard.CoverageService;
import org.photobridge.portal.engine.Condition;
import org.photobridge.portal.job.RunTexts;
import org.photobridge.portal.notify.Cause.Wording;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.PlanService;
import org.photobridge.portal.platform.Texts;

/** Raises a cause once a week, from Monday at eight: how many people's pictures are right, plan by plan. */
@ApplicationScoped
class CoverageWatch {
    private static final int HOUR = 8;

    @Inject
    private PlanService plans;

    @Inject
    private CoverageService coverage;

    @Inject
    private RunTexts texts;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    /** A plan, and how it stands now. */
    private record Standing(Plan plan, Coverage coverage) {}

    void look() {
        List<Standing> standings = plans.list().stream()
                .map(plan -> new Standing(plan, coverage.now(plan)))
                .filter(standing -> standing.coverage().total() > 0)
                .toList();
        if (!standings.isEmpty()) {
            String week = week(LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault()));
            outbox.raise(cause(week, standings));
        }
    }

    /** The week whose report is due: before Monday at eight it is still the last one's. */
    static String week(LocalDateTime now) {
        LocalDateTime due = now.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .withHour(HOUR)
                .withMinute(0);
        LocalDateTime of = now.isBefore(due) ? due.minusWeeks(1) : due;
        return "%d-W%02d".formatted(of.get(IsoFields.WEEK_BASED_YEAR), of.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private Cause cause(String week, List<Standing> standings) {
        long total = standings.stream()
                .mapToLong(standing -> standing.coverage().total())
                .sum();
        long right = standings.stream()
                .mapToLong(standing -> standing.coverage().of(Condition.IN_SYNC))
                .sum();
        return new Cause(
                EventKind.COVERAGE,
                "coverage:" + week,
                "/index.xhtml",
                Map.of("week", week, "people", Long.toString(total), "upToDate", Long.toString(right)),
                locale -> wording(standings, right, total, locale));
    }

    private Wording wording(List<Standing> standings, long right, long total, Locale locale) {
        Texts own = Texts.in(locale);
        String lines =
                standings.stream().map(standing -> line(standing, locale)).collect(Collectors.joining("\n"));
        return new Wording(
                own.get("notify.coverage.title", right, total), own.get("notify.coverage.text") + "\n" + lines);
    }

    private String line(Standing standing, Locale locale) {
        String parts = standing.coverage().parts().stream()
                .map(part -> texts.in(locale)
                                .plan(standing.plan().id())
                                .condition(part.condition().name()) + " " + part.people())
                .collect(Collectors.joining(", "));
        return Wording.oneLine(standing.plan().name()) + ": " + parts;
    }
}
