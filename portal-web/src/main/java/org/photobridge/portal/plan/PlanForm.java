package org.photobridge.portal.plan;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.photobridge.portal.connection.FieldProblem;
import org.photobridge.portal.connection.Words;
import org.photobridge.portal.engine.Guards;
import org.photobridge.portal.engine.NotOurs;
import org.photobridge.portal.engine.OnRemoval;
import org.photobridge.portal.engine.Rules;
import org.photobridge.spi.EligibilityFact;

/** A plan's form as it is on the screen: every field as it was typed, and how it becomes a plan. */
public class PlanForm implements Serializable {
    private static final long serialVersionUID = 1L;

    Long id;
    long version;
    String name = "";
    Long source;
    Long target;
    boolean enabled = true;
    boolean trial = true;
    boolean onlyGroups;
    Map<String, String> groups = new LinkedHashMap<>();
    Map<String, String> excluded = new LinkedHashMap<>();
    List<FilterLine> filter = new ArrayList<>();
    NotOurs notOurs;
    OnRemoval onRemoval;
    boolean keepBetter;
    List<EligibilityFact> facts;
    Integer lookAgainDays;
    Integer guardPercent;
    Long fewestPeople;
    boolean scheduled;
    List<DayOfWeek> days = new ArrayList<>(List.of(DayOfWeek.values()));
    String time = "02:00";
    String zone = ZoneId.systemDefault().getId();

    /** One line of the filter: an attribute and its values, separated by semicolons. */
    public static class FilterLine implements Serializable {
        private static final long serialVersionUID = 1L;

        private String attribute = "";
        private String values = "";

        public String getAttribute() {
            return attribute;
        }

        public void setAttribute(String attribute) {
            this.attribute = attribute == null ? "" : attribute.strip();
        }

        public String getValues() {
            return values;
        }

        public void setValues(String values) {
            this.values = values == null ? "" : values.strip();
        }

        boolean isEmpty() {
            return attribute.isEmpty() && values.isEmpty();
        }

        Set<String> split() {
            return Arrays.stream(values.split(";"))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    /** The form of a new plan. */
    static PlanForm empty() {
        PlanForm form = new PlanForm();
        form.read(Rules.defaults());
        return form;
    }

    static PlanForm of(Plan plan) {
        PlanForm form = new PlanForm();
        form.id = plan.id();
        form.version = plan.version();
        form.name = plan.name();
        form.source = plan.sourceConnection();
        form.target = plan.targetConnection();
        form.enabled = plan.enabled();
        form.trial = plan.trial();
        form.read(plan.who());
        form.read(plan.rules());
        plan.schedule().ifPresent(form::read);
        return form;
    }

    private void read(Who who) {
        onlyGroups = !who.isEverybody();
        groups.putAll(who.groups());
        excluded.putAll(who.excluded());
        who.onlyWith().forEach((attribute, values) -> {
            FilterLine line = new FilterLine();
            line.setAttribute(attribute);
            line.setValues(values.stream().sorted().collect(Collectors.joining("; ")));
            filter.add(line);
        });
    }

    private void read(Rules rules) {
        notOurs = rules.notOurs();
        onRemoval = rules.onRemoval();
        keepBetter = rules.keepBetter();
        facts = new ArrayList<>(rules.excludedFacts().stream().sorted().toList());
        lookAgainDays = (int) rules.lookAgain().toDays();
        guardPercent = rules.guards().percent();
        fewestPeople = rules.guards().fewestPeople();
    }

    private void read(Schedule schedule) {
        scheduled = true;
        days = new ArrayList<>(schedule.days().stream().sorted().toList());
        time = schedule.time().toString();
        zone = schedule.zone().getId();
    }

    /** What can't be made a plan of; what only the service can know comes later. */
    List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        if (onlyGroups && groups.isEmpty()) {
            problems.add(problem("groups", "plan.problem.groups"));
        }
        if (scheduled && days.isEmpty()) {
            problems.add(problem("days", "plan.problem.days"));
        }
        if (scheduled && time().isEmpty()) {
            problems.add(problem("time", "plan.problem.time"));
        }
        if (scheduled && zone().isEmpty()) {
            problems.add(problem("zone", "plan.problem.zone"));
        }
        between("lookAgainDays", lookAgainDays, 1, 365).ifPresent(problems::add);
        between("guardPercent", guardPercent, 0, 100).ifPresent(problems::add);
        between("fewestPeople", fewestPeople, 0, 1_000_000_000).ifPresent(problems::add);
        return problems;
    }

    /** Call it only if there are no {@link #problems}. */
    PlanInput input() {
        return new PlanInput(
                id == null ? OptionalLong.empty() : OptionalLong.of(id),
                version,
                name == null ? "" : name,
                source == null ? OptionalLong.empty() : OptionalLong.of(source),
                target == null ? OptionalLong.empty() : OptionalLong.of(target),
                enabled,
                who(),
                rules(),
                schedule());
    }

    Who who() {
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        filter.stream()
                .filter(line -> !line.isEmpty())
                .forEach(line -> wanted.computeIfAbsent(line.getAttribute(), any -> new LinkedHashSet<>())
                        .addAll(line.split()));
        return new Who(onlyGroups ? groups : Map.of(), wanted, excluded);
    }

    Rules rules() {
        return Rules.defaults()
                .with(notOurs)
                .with(onRemoval)
                .keepingBetter(keepBetter)
                .excludingFacts(Set.copyOf(facts))
                .lookingAgainAfter(Duration.ofDays(lookAgainDays))
                .with(new Guards(guardPercent, fewestPeople));
    }

    /** Empty if it isn't wanted, or not complete. */
    Optional<Schedule> schedule() {
        return scheduled && !days.isEmpty() && time().isPresent() && zone().isPresent()
                ? Optional.of(new Schedule(Set.copyOf(days), time().get(), zone().get()))
                : Optional.empty();
    }

    private Optional<LocalTime> time() {
        try {
            return time == null ? Optional.empty() : Optional.of(LocalTime.parse(time.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<ZoneId> zone() {
        try {
            return zone == null ? Optional.empty() : Optional.of(ZoneId.of(zone.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<FieldProblem> between(String field, Number value, long least, long most) {
        boolean fits = value != null && value.longValue() >= least && value.longValue() <= most;
        return fits
                ? Optional.empty()
                : Optional.of(new FieldProblem(field, Words.of("plan.problem.between", least, most)));
    }

    private static FieldProblem problem(String field, String key) {
        return new FieldProblem(field, Words.of(key));
    }
}
