package org.photobridge.portal.dashboard;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.photobridge.portal.engine.Condition;

/** The share of people who are up to date, week by week, as a line to draw and as figures to read. */
public final class TrendChart {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 120;

    /** One week. */
    public record Point(String day, long upToDate, long people, long percent, long x, long y) {}

    private final List<Point> points = new ArrayList<>();

    TrendChart(List<CoverageService.Week> weeks, Locale locale) {
        DateTimeFormatter days =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        for (int i = 0; i < weeks.size(); i++) {
            CoverageService.Week week = weeks.get(i);
            long people = week.coverage().total();
            long good = week.coverage().of(Condition.IN_SYNC);
            long percent = people == 0 ? 0 : good * 100 / people;
            long x = weeks.size() == 1 ? WIDTH : (long) i * WIDTH / (weeks.size() - 1);
            points.add(new Point(days.format(week.day()), good, people, percent, x, HEIGHT - percent * HEIGHT / 100));
        }
    }

    public List<Point> getPoints() {
        return points;
    }

    /** A line needs two ends. */
    public boolean isLine() {
        return points.size() > 1;
    }

    /** For an SVG polyline. */
    public String getPolyline() {
        StringBuilder line = new StringBuilder();
        points.forEach(
                point -> line.append(point.x()).append(',').append(point.y()).append(' '));
        return line.toString().strip();
    }
}
