package org.photobridge.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.engine.Condition;
import org.photobridge.portal.engine.OutcomeType;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.engine.RunState;
import org.photobridge.portal.job.ScopeKind;
import org.photobridge.portal.job.TriggerKind;

class OpenApiTest {

    private static final Pattern PARAMETER = Pattern.compile("(?:- \\{ name: |#/components/parameters/)(\\w+)");
    private static final Pattern FIELD = Pattern.compile("^ {8}(\\w+):");

    @Test
    void the_description_names_every_operation_and_no_other() {
        assertThat(described()).isEqualTo(operations());
    }

    @Test
    void the_description_names_every_parameter_and_no_other() {
        Map<String, Set<String>> taken = new TreeMap<>();
        methods().forEach((operation, method) -> taken.put(operation, parameters(method)));

        assertThat(describedParameters()).isEqualTo(taken);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void the_description_names_every_field_and_no_other(String schema, Class<? extends Record> type) {
        Set<String> fields = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(describedFields(schema)).isEqualTo(fields);
    }

    static Stream<Arguments> schemas() {
        return Stream.of(
                arguments("Problem", ApiProblem.class),
                arguments("Plan", PlansResource.PlanView.class),
                arguments("PlanList", PlansResource.PlanList.class),
                arguments("Person", PeopleResource.PersonItem.class),
                arguments("PersonList", PeopleResource.PersonList.class),
                arguments("Group", GroupsResource.GroupItem.class),
                arguments("GroupList", GroupsResource.GroupItems.class),
                arguments("MemberList", GroupsResource.MemberList.class),
                arguments("Request", RequestsResource.RequestBody.class),
                arguments("Accepted", RequestsResource.Accepted.class),
                arguments("HeldList", ApprovalsResource.HeldList.class),
                arguments("Run", RunView.class),
                arguments("RunList", RunsResource.RunList.class),
                arguments("OutcomeItem", OutcomeView.class),
                arguments("OutcomeList", RunsResource.OutcomeList.class),
                arguments("AuditEntry", AuditResource.EntryView.class),
                arguments("AuditList", AuditResource.EntryList.class));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Condition.class,
                OutcomeType.class,
                RunKind.class,
                RunState.class,
                ScopeKind.class,
                TriggerKind.class,
                Actor.Kind.class
            })
    void the_description_names_every_word_there_is(Class<? extends Enum<?>> words) {
        assertThat(lines()).anyMatch(line -> line.contains("enum: " + Arrays.toString(words.getEnumConstants())));
    }

    private static Set<String> operations() {
        return new TreeSet<>(methods().keySet());
    }

    private static Map<String, Method> methods() {
        Map<String, Method> found = new TreeMap<>();
        new ApiApplication()
                .getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .forEach(type -> Arrays.stream(type.getDeclaredMethods())
                                .forEach(method -> operation(type, method).forEach(name -> found.put(name, method))));
        return found;
    }

    private static Set<String> parameters(Method method) {
        Set<String> names = KnownParameters.of(method);
        Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(PathParam.class))
                .forEach(parameter ->
                        names.add(parameter.getAnnotation(PathParam.class).value()));
        return names;
    }

    private static Map<String, Set<String>> describedParameters() {
        Map<String, Set<String>> found = new TreeMap<>();
        String path = "";
        Set<String> names = new TreeSet<>();
        for (String line : lines()) {
            if (line.startsWith("components:")) {
                break;
            }
            if (line.startsWith("  /")) {
                path = line.strip().replace(":", "");
            } else if (line.matches(" {4}(get|post):")) {
                names = new TreeSet<>();
                found.put(line.strip().replace(":", "") + " " + path, names);
            }
            PARAMETER.matcher(line).results().map(hit -> hit.group(1)).forEach(names::add);
        }
        return found;
    }

    private static Set<String> describedFields(String schema) {
        return lines().stream()
                .dropWhile(line -> !line.equals("  schemas:"))
                .dropWhile(line -> !line.equals("    " + schema + ":"))
                .skip(1)
                .takeWhile(line -> line.startsWith("     "))
                .map(FIELD::matcher)
                .filter(Matcher::find)
                .map(field -> field.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> lines() {
        return new String(OpenApiResource.text(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static Stream<String> operation(Class<?> type, Method method) {
        String path = "/" + type.getAnnotation(Path.class).value()
                + (method.isAnnotationPresent(Path.class)
                        ? "/" + method.getAnnotation(Path.class).value()
                        : "");
        if (method.isAnnotationPresent(GET.class)) {
            return Stream.of("get " + path);
        }
        return method.isAnnotationPresent(POST.class) ? Stream.of("post " + path) : Stream.empty();
    }

    private static Set<String> described() {
        Set<String> found = new TreeSet<>();
        String path = "";
        for (String line : lines()) {
            if (line.startsWith("components:")) {
                break;
            }
            if (line.startsWith("  /")) {
                path = line.strip().replace(":", "");
            } else if (line.matches(" {4}(get|post):")) {
                found.add(line.strip().replace(":", "") + " " + path);
            }
        }
        return found;
    }
}
