package org.photobridge.portal.bootstrap;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.photobridge.portal.connection.Saved;
import org.photobridge.portal.engine.Guards;
import org.photobridge.portal.engine.Rules;
import org.photobridge.portal.plan.PlanInput;
import org.photobridge.portal.plan.PlanService;
import org.photobridge.portal.plan.Schedule;
import org.photobridge.portal.plan.Who;
import org.photobridge.spi.EligibilityFact;

/** Makes the file's sync plans. */
final class PlanSteps {
    private final PlanService plans;
    private final Map<String, Long> connections;

    PlanSteps(PlanService plans, Map<String, Long> connections) {
        this.plans = plans;
        this.connections = connections;
    }

    void plan(Section section) {
        try (section) {
            PlanInput input = new PlanInput(
                    OptionalLong.empty(),
                    0,
                    section.required("name"),
                    connection(section, "source"),
                    connection(section, "target"),
                    section.flag("enabled", true),
                    section.section("who").map(PlanSteps::who).orElse(Who.EVERYBODY),
                    section.section("rules").map(PlanSteps::rules).orElseGet(Rules::defaults),
                    section.section("schedule").flatMap(PlanSteps::schedule));
            boolean trial = section.flag("trial", true);
            Saved saved = plans.save(input);
            if (saved.isDone() && !trial) {
                // By writing it into the file, the operator says to have seen new pictures in the target.
                plans.endTrial(saved.id());
            }
            saved.problems().stream()
                    .filter(problem -> !isToldAlready(input, problem.field()))
                    .forEach(problem -> section.problemUnlessTold(
                            keyOf(problem.field()), problem.text().get(Locale.ENGLISH)));
        }
    }

    /** What is wrong with a source or target was noted when it was read, here or at the connection. */
    private static boolean isToldAlready(PlanInput input, String field) {
        return field.equals("source") && input.sourceConnection().isEmpty()
                || field.equals("target") && input.targetConnection().isEmpty();
    }

    /** Where in the file a form's field is. */
    private static String keyOf(String field) {
        return switch (field) {
            case "groups", "excluded" -> "who." + field;
            case "filter" -> "who.onlyWith";
            default -> field;
        };
    }

    private OptionalLong connection(Section section, String key) {
        String name = section.required(key);
        Long id = connections.get(name);
        if (id == null && !name.isEmpty()) {
            section.problem(key, "there is no connection '" + name + "' in this file");
        }
        return id == null || id < 0 ? OptionalLong.empty() : OptionalLong.of(id);
    }

    private static Who who(Section section) {
        try (section) {
            return new Who(people(section, "groups"), section.lists("onlyWith"), people(section, "excluded"));
        }
    }

    /** Names by ids: {@code [{"id": "...", "name": "..."}]}. */
    private static Map<String, String> people(Section section, String key) {
        Map<String, String> names = new LinkedHashMap<>();
        section.sections(key).forEach(item -> {
            try (item) {
                String id = item.required("id");
                names.put(id, item.text("name").orElse(id));
            }
        });
        return names;
    }

    private static Rules rules(Section section) {
        try (section) {
            Rules usual = Rules.defaults();
            Set<EligibilityFact> facts = section.words("excludedFacts", EligibilityFact.class, usual.excludedFacts());
            long days =
                    section.number("lookAgainDays", 1, 365, usual.lookAgain().toDays());
            long percent = section.number("guardPercent", 0, 100, usual.guards().percent());
            long fewest = section.number(
                    "fewestPeople", 0, 1_000_000_000, usual.guards().fewestPeople());
            return usual.with(section.word("notOurs", org.photobridge.portal.engine.NotOurs.class, usual.notOurs()))
                    .with(section.word("onRemoval", org.photobridge.portal.engine.OnRemoval.class, usual.onRemoval()))
                    .keepingBetter(section.flag("keepBetter", usual.keepBetter()))
                    .excludingFacts(facts)
                    .lookingAgainAfter(Duration.ofDays(days))
                    .with(new Guards((int) percent, fewest));
        }
    }

    private static Optional<Schedule> schedule(Section section) {
        try (section) {
            Set<DayOfWeek> days = section.words("days", DayOfWeek.class, EnumSet.allOf(DayOfWeek.class));
            if (days.isEmpty()) {
                section.problem("days", "names at least one day");
            }
            Optional<LocalTime> time = parsed(section, "time", "a time such as 02:00", LocalTime::parse);
            Optional<ZoneId> zone = parsed(section, "zone", "a time zone such as Europe/Berlin", ZoneId::of);
            return days.isEmpty() || time.isEmpty() || zone.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Schedule(days, time.get(), zone.get()));
        }
    }

    private static <T> Optional<T> parsed(
            Section section, String key, String what, java.util.function.Function<String, T> parser) {
        String text = section.required(key);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(parser.apply(text));
        } catch (DateTimeException e) {
            section.problem(key, "must be " + what + ", not '" + text + "'");
            return Optional.empty();
        }
    }
}
