package org.photobridge.portal.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.photobridge.portal.connection.ConnectionView;
import org.photobridge.portal.connection.FieldProblem;
import org.photobridge.portal.connection.Words;
import org.photobridge.portal.provider.ProviderRole;

/** Checks a plan's form, all fields at once. */
final class PlanCheck {
    static final String SOURCE = "source";
    static final String TARGET = "target";
    static final String GROUPS = "groups";
    static final String FILTER = "filter";

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_VALUE = 300;

    private final PlanInput input;
    private final List<ConnectionView> connections;
    private final List<Plan> others;

    PlanCheck(PlanInput input, List<ConnectionView> connections, List<Plan> plans) {
        this.input = input;
        this.connections = connections;
        this.others = plans.stream()
                .filter(plan -> !OptionalLong.of(plan.id()).equals(input.id()))
                .toList();
    }

    List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        name().ifPresent(problems::add);
        end(SOURCE, input.sourceConnection(), ProviderRole.SOURCE).ifPresent(problems::add);
        end(TARGET, input.targetConnection(), ProviderRole.TARGET).ifPresent(problems::add);
        if (tooLong(input.who().groups()) || tooLong(input.who().excluded())) {
            problems.add(problem(GROUPS, "plan.problem.long"));
        }
        if (isFilterBad()) {
            problems.add(problem(FILTER, "plan.problem.filter"));
        }
        return problems;
    }

    private Optional<FieldProblem> name() {
        String name = input.name().strip();
        if (name.isEmpty()) {
            return Optional.of(problem(FieldProblem.NAME, "plan.problem.required"));
        }
        if (name.length() > LONGEST_NAME) {
            return Optional.of(problem(FieldProblem.NAME, "plan.problem.name-long"));
        }
        return others.stream().anyMatch(plan -> plan.name().equalsIgnoreCase(name))
                ? Optional.of(problem(FieldProblem.NAME, "plan.problem.name-taken"))
                : Optional.empty();
    }

    private Optional<FieldProblem> end(String field, OptionalLong id, ProviderRole role) {
        boolean known = id.isPresent()
                && connections.stream()
                        .anyMatch(connection -> connection.id() == id.getAsLong() && connection.role() == role);
        return known ? Optional.empty() : Optional.of(problem(field, "plan.problem." + field));
    }

    private boolean isFilterBad() {
        return input.who().onlyWith().entrySet().stream()
                .anyMatch(wanted -> wanted.getKey().isBlank()
                        || wanted.getKey().length() > LONGEST_NAME
                        || wanted.getValue().isEmpty()
                        || wanted.getValue().stream()
                                .anyMatch(value -> value.isBlank() || value.length() > LONGEST_VALUE));
    }

    private static boolean tooLong(Map<String, String> names) {
        return names.entrySet().stream()
                .anyMatch(name -> name.getKey().isBlank()
                        || name.getKey().length() > 200
                        || name.getValue().length() > LONGEST_VALUE);
    }

    private static FieldProblem problem(String field, String key) {
        return new FieldProblem(field, Words.of(key));
    }
}
