package org.photobridge.portal.plan;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * When a plan runs by itself: at a time of day on some days of the week, by the clocks of one zone.
 *
 * <p>When clocks go forward and skip the time, it runs as much later as they skip; when they go back and show the time
 * twice, it runs at the first.
 */
public record Schedule(Set<DayOfWeek> days, LocalTime time, ZoneId zone) {

    public Schedule {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("A schedule has at least one day");
        }
        days = Set.copyOf(days);
    }

    public static Schedule daily(LocalTime time, ZoneId zone) {
        return new Schedule(EnumSet.allOf(DayOfWeek.class), time, zone);
    }

    /** The first run later than an instant. */
    public Instant nextAfter(Instant instant) {
        return next(1, instant).get(0).toInstant();
    }

    /** The next runs later than an instant, in order. */
    public List<ZonedDateTime> next(int number, Instant instant) {
        List<ZonedDateTime> runs = new ArrayList<>();
        LocalDate day = instant.atZone(zone).toLocalDate().minusDays(1);
        while (runs.size() < number) {
            ZonedDateTime run = ZonedDateTime.of(day, time, zone);
            if (days.contains(day.getDayOfWeek()) && run.toInstant().isAfter(instant)) {
                runs.add(run);
            }
            day = day.plusDays(1);
        }
        return runs;
    }
}
