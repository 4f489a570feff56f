package org.photobridge.portal.plan;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.photobridge.portal.engine.Rules;
import org.photobridge.portal.platform.Texts;

/** Says in one language what a plan does, when, and what a change of it means. */
public final class PlanTexts {
    private static final int ALL_DAYS = DayOfWeek.values().length;

    private final Texts texts;
    private final Locale locale;

    public PlanTexts(Locale locale) {
        this.texts = Texts.in(locale);
        this.locale = locale;
    }

    /** For whom: "Everybody", "Sales, Marketing; only with department: Berlin". */
    public String who(Who who) {
        List<String> parts = new ArrayList<>();
        parts.add(
                who.isEverybody()
                        ? texts.get("plan.who.everybody")
                        : String.join(", ", who.groups().values()));
        who.onlyWith()
                .forEach((attribute, values) -> parts.add(texts.get(
                        "plan.who.only-with",
                        attribute(attribute),
                        values.stream().sorted().collect(Collectors.joining(", ")))));
        if (!who.excluded().isEmpty()) {
            parts.add(texts.get(
                    "plan.who.without", String.join(", ", who.excluded().values())));
        }
        return String.join("; ", parts);
    }

    /** An attribute by the word that people use for it, where there is one. */
    public String attribute(String name) {
        String key = "plan.attribute." + name;
        return texts.has(key) ? texts.get(key) : name;
    }

    /** When: "Daily at 02:00 (Europe/Berlin)". */
    public String when(Schedule schedule) {
        String key = schedule.days().size() == ALL_DAYS ? "plan.when.daily" : "plan.when.days";
        return texts.get(
                key, days(schedule.days()), schedule.time(), schedule.zone().getId());
    }

    public String when(Plan plan) {
        return plan.schedule().map(this::when).orElseGet(() -> texts.get("plan.when.asked"));
    }

    public String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, locale);
    }

    /** Runs by their schedule's own clock. */
    public List<String> runs(List<ZonedDateTime> runs) {
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale);
        return runs.stream().map(format::format).toList();
    }

    /** What a change of a plan means, a line for each thing that changes: what it was, what it will be. */
    public List<String> changes(Plan was, PlanInput will, Map<Long, String> connections) {
        List<String> lines = new ArrayList<>();
        line(lines, "name", was.name(), will.name().strip());
        line(
                lines,
                "source",
                connections.get(was.sourceConnection()),
                connections.get(will.sourceConnection().orElse(-1)));
        line(
                lines,
                "target",
                connections.get(was.targetConnection()),
                connections.get(will.targetConnection().orElse(-1)));
        line(lines, "who", who(was.who()), who(will.who()));
        line(lines, "when", when(was), will.schedule().map(this::when).orElseGet(() -> texts.get("plan.when.asked")));
        line(lines, "enabled", yes(was.enabled()), yes(will.enabled()));
        rules(lines, was.rules(), will.rules());
        return lines;
    }

    /** For how many people the plan was and will be. */
    public String people(OptionalLong was, OptionalLong will) {
        if (will.isEmpty()) {
            return texts.get("plan.people.unknown");
        }
        return was.isEmpty() || was.equals(will)
                ? texts.get("plan.people.now", will.getAsLong())
                : texts.get("plan.people", was.getAsLong(), will.getAsLong());
    }

    private void rules(List<String> lines, Rules was, Rules will) {
        line(lines, "not-ours", word("not-ours", was.notOurs()), word("not-ours", will.notOurs()));
        line(lines, "on-removal", word("on-removal", was.onRemoval()), word("on-removal", will.onRemoval()));
        line(lines, "keep-better", yes(was.keepBetter()), yes(will.keepBetter()));
        line(lines, "facts", facts(was), facts(will));
        line(lines, "look-again", days(was), days(will));
        line(lines, "guard", was.guards().percent() + " %", will.guards().percent() + " %");
        line(
                lines,
                "fewest",
                number(was.guards().fewestPeople()),
                number(will.guards().fewestPeople()));
    }

    private void line(List<String> lines, String what, String was, String will) {
        if (!Objects.equals(was, will)) {
            lines.add(texts.get("plan.change", texts.get("plan.change." + what), was, will));
        }
    }

    private String word(String rule, Enum<?> value) {
        return texts.get("plan." + rule + "." + value.name());
    }

    private String facts(Rules rules) {
        return rules.excludedFacts().stream()
                .sorted()
                .map(fact -> texts.get("plan.fact." + fact.name()))
                .collect(Collectors.joining(", "));
    }

    private String days(Rules rules) {
        return texts.get("plan.look-again.days", rules.lookAgain().toDays());
    }

    private String days(Set<DayOfWeek> days) {
        return days.stream().sorted().map(this::day).collect(Collectors.joining(", "));
    }

    private String number(long number) {
        return Long.toString(number);
    }

    private String yes(boolean yes) {
        return texts.get(yes ? "plan.yes" : "plan.no");
    }
}
