package org.photobridge.portal.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A plan's schedule as columns of its row. */
@Embeddable
public class ScheduleColumns {
    private boolean scheduled;

    @Column(name = "run_days")
    private String runDays = "";

    @Column(name = "run_time")
    private String runTime = "";

    @Column(name = "run_zone")
    private String runZone = "";

    /** For JPA only. */
    protected ScheduleColumns() {}

    ScheduleColumns(Optional<Schedule> schedule) {
        scheduled = schedule.isPresent();
        schedule.ifPresent(known -> {
            runDays = known.days().stream().sorted().map(Enum::name).collect(Collectors.joining(","));
            runTime = known.time().toString();
            runZone = known.zone().getId();
        });
    }

    Optional<Schedule> schedule() {
        return scheduled
                ? Optional.of(new Schedule(days(), LocalTime.parse(runTime), ZoneId.of(runZone)))
                : Optional.empty();
    }

    private Set<DayOfWeek> days() {
        return Arrays.stream(runDays.split(",")).map(DayOfWeek::valueOf).collect(Collectors.toSet());
    }
}
