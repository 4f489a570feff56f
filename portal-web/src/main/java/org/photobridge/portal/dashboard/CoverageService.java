package org.photobridge.portal.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.photobridge.portal.dashboard.CoverageRepository.Day;
import org.photobridge.portal.dashboard.CoverageRepository.Subject;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.PlanService;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;
import org.photobridge.portal.security.Sight;

/** Tells how many people's pictures are right, now and week by week. */
@ApplicationScoped
public class CoverageService {

    private static final int WEEKS = 12;

    /** The last count of a week. */
    public record Week(LocalDate day, Coverage coverage) {}

    private final CoverageRepository store;
    private final PlanService plans;
    private final Clock clock;

    protected CoverageService() {
        this(null, null, null);
    }

    @Inject
    public CoverageService(CoverageRepository store, PlanService plans, Clock clock) {
        this.store = store;
        this.plans = plans;
        this.clock = clock;
    }

    public Coverage now(Plan plan) {
        Access.require(Role.VIEWER);
        return Coverage.of(store.now(subject(plan)));
    }

    /** The last count of each of the last weeks that have one, the oldest first. */
    public List<Week> weeks(Plan plan) {
        Access.require(Role.VIEWER);
        if (Sight.current().isLimited()) {
            return List.of(); // the daily counts are of everybody
        }
        Map<String, Map<LocalDate, Map<String, Long>>> weeks = new TreeMap<>();
        for (Day day : store.since(today().minusWeeks(WEEKS), plan.id())) {
            weeks.computeIfAbsent(week(day.day()), any -> new TreeMap<>())
                    .computeIfAbsent(day.day(), any -> new TreeMap<>())
                    .put(day.condition(), day.people());
        }
        return weeks.values().stream().map(CoverageService::last).toList();
    }

    /** Keeps today's counts of all plans. */
    void keepToday() {
        Access.requireUnlimited(Role.ADMIN);
        plans.list().forEach(plan -> store.keep(today(), subject(plan)));
    }

    private static Week last(Map<LocalDate, Map<String, Long>> days) {
        List<LocalDate> all = new ArrayList<>(days.keySet());
        LocalDate day = all.get(all.size() - 1);
        return new Week(day, Coverage.of(days.get(day)));
    }

    private static String week(LocalDate day) {
        return "%d-%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    }

    private static Subject subject(Plan plan) {
        return new Subject(plan.id(), plan.sourceConnection(), plan.targetConnection());
    }
}
