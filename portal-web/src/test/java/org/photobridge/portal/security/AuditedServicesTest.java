package org.photobridge.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditErasure;

/**
 * Follows every method behind the pages and REST through the compiled code to its entry in the audit: whatever changes
 * something writes one, in the transaction of the change, and the written list says which.
 */
class AuditedServicesTest {
    private static final String READS = "reads";
    private static final String KEEPS = "keeps:";
    private static final String APART = "apart:";

    private final CallGraph graph = new CallGraph(AccessMatrixTest.CLASSES);
    private final Set<String> actions = actions();

    @Test
    void every_method_has_a_line_and_every_line_a_method() {
        Set<String> methods =
                AccessMatrixTest.methods().stream().map(AccessMatrixTest::name).collect(Collectors.toSet());

        assertThat(list().keySet()).isEqualTo(new TreeSet<>(methods));
    }

    @Test
    void what_a_method_records_is_what_its_line_says() {
        List<String> wrong = new ArrayList<>();
        types().forEach((method, type) -> {
            Set<String> recorded = recorded(graph.reached(type, nameOf(method)));
            List<String> line = list().getOrDefault(method, List.of(READS));
            Set<String> said = line.get(0).equals(READS) || line.get(0).startsWith(KEEPS)
                    ? Set.of()
                    : Set.of(line.get(0).split(", "));
            if (!said.equals(recorded)) {
                wrong.add(method + " is said to record " + new TreeSet<>(said) + " and records " + recorded);
            }
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void what_is_said_to_read_changes_nothing() {
        List<String> wrong = new ArrayList<>();
        types().forEach((method, type) -> {
            if (list().getOrDefault(method, List.of("")).get(0).equals(READS)) {
                writes(graph.reached(type, nameOf(method))).forEach(write -> wrong.add(method + " reaches " + write));
            }
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void a_change_and_its_entry_are_in_one_transaction() {
        List<String> wrong = new ArrayList<>();
        types().forEach((method, type) -> {
            List<String> line = list().getOrDefault(method, List.of(READS));
            boolean changes = !line.get(0).equals(READS) && !line.get(0).startsWith(KEEPS);
            if (changes && line.size() == 1) {
                writes(graph.reachedOutsideOfTransactions(type, nameOf(method)))
                        .forEach(write -> wrong.add(method + " reaches " + write + " outside of any"));
            }
        });

        assertThat(wrong).isEmpty();
    }

    private Set<String> recorded(Set<JavaCodeUnit> reached) {
        boolean records = reached.stream().anyMatch(AuditedServicesTest::isEntry);
        Set<String> found = new TreeSet<>();
        if (records) {
            reached.stream()
                    .flatMap(unit -> graph.texts(unit).stream())
                    .filter(actions::contains)
                    .forEach(found::add);
        }
        return found;
    }

    private static boolean isEntry(JavaCodeUnit unit) {
        return unit.getOwner().isEquivalentTo(Audit.class) && unit.getName().equals("record")
                || unit.getOwner().isEquivalentTo(AuditErasure.class);
    }

    /** Writes of the audit itself aside: it is written last in the transaction, or in one of its own. */
    private static Set<String> writes(Set<JavaCodeUnit> reached) {
        return reached.stream()
                .filter(unit -> !unit.getOwner().getPackageName().equals(Audit.class.getPackageName()))
                .filter(CallGraph::isWrite)
                .map(unit -> unit.getOwner().getSimpleName() + "." + unit.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, JavaClass> types() {
        Map<String, JavaClass> types = new TreeMap<>();
        AccessMatrixTest.methods()
                .forEach(method -> types.put(
                        AccessMatrixTest.name(method), AccessMatrixTest.CLASSES.get(method.getDeclaringClass())));
        return types;
    }

    private static String nameOf(String method) {
        return method.substring(method.indexOf('.') + 1);
    }

    private static Set<String> actions() {
        String prefix = "audit.action.";
        return ResourceBundle.getBundle("org.photobridge.portal.messages", Locale.ENGLISH).keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .collect(Collectors.toSet());
    }

    private static Map<String, List<String>> list() {
        try (InputStream in = AuditedServicesTest.class.getResourceAsStream("audited-services.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Map<String, List<String>> list = new TreeMap<>();
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(" \\| ")))
                    .forEach(cells -> list.put(cells.get(0), cells.subList(1, cells.size())));
            return list;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
