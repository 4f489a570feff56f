package org.photobridge.portal.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.portal.platform.RefusedStartException;

class SectionTest {
    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    @Test
    void an_unknown_key_is_named_with_its_path_and_the_known_ones() throws IOException {
        try (Section root = root("{\"plans\": [{\"name\": \"a\"}, {\"nmae\": \"b\"}]}")) {
            root.sections("plans").forEach(plan -> {
                try (plan) {
                    plan.text("name");
                }
            });
        }

        assertThat(problems.all()).containsExactly("plans[1].nmae: is unknown here; known are name");
    }

    @Test
    void every_wrong_type_is_named_at_once() throws IOException {
        Section root = root("{\"a\": 1, \"b\": \"yes\", \"c\": 101, \"d\": 1.5, \"e\": {}, \"f\": [1], \"g\": []}");
        root.text("a");
        root.flag("b", false);
        root.number("c", 0, 100, 5);
        root.number("d", 0, 100, 5);
        root.texts("e");
        root.texts("f");
        root.section("g");
        root.required("h");

        assertThat(problems.all())
                .containsExactly(
                        "a: must be a text",
                        "b: must be true or false",
                        "c: must be a whole number from 0 to 100",
                        "d: must be a whole number from 0 to 100",
                        "e: must be a list [ ]",
                        "f: must be a list of texts",
                        "g: must be an object { }",
                        "h: is missing");
    }

    @Test
    void what_only_follows_from_a_mistake_is_not_told_beside_it() throws IOException {
        Section root = root("{\"roles\": [1], \"names\": []}");
        root.texts("roles");
        root.texts("names");
        root.problemUnlessTold("roles", "names at least one role");
        root.problemUnlessTold("name", "is missing");

        assertThat(problems.all()).containsExactly("roles: must be a list of texts", "name: is missing");
    }

    @Test
    void words_are_read_in_any_spelling() throws IOException {
        Section root = root("{\"days\": [\"monday\", \"Friday\"], \"bad\": [\"payday\"]}");

        assertThat(root.words("days", DayOfWeek.class, Set.of())).containsOnly(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        root.words("bad", DayOfWeek.class, Set.of());
        assertThat(problems.all().get(0))
                .startsWith("bad: must be one of monday, tuesday")
                .endsWith("not 'payday'");
    }

    @Test
    void plain_values_are_read_as_text() throws IOException {
        Section root = root("{\"values\": {\"a\": 1, \"b\": true, \"c\": \"x\", \"d\": [1]}}");

        assertThat(root.values("values")).isEqualTo(Map.of("a", "1", "b", "true", "c", "x"));
        assertThat(problems.all()).containsExactly("values.d: must be a text, a number, true or false");
    }

    @Test
    void comments_are_allowed_and_duplicate_keys_are_not() throws IOException {
        assertThat(root("{/* a */ \"a\": \"x\", // b\n}").text("a")).hasValue("x");
        assertThatThrownBy(() -> root("{\"a\": 1, \"a\": 2}"))
                .isInstanceOf(RefusedStartException.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("Duplicate");
    }

    @Test
    void secrets_are_followed_by_reference_only() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "from a file\n");
        References references = new References(folder, Map.of("TOKEN", "from the environment")::get);
        Section root = root("""
                {"a": {"env": "TOKEN"}, "b": {"file": "secret.txt"}, "c": {"env": "NONE"}, "d": {"file": "none.txt"},
                 "e": "in clear", "f": {"env": "TOKEN", "file": "secret.txt"}, "g": {"env": "TOKEN", "x": 1}}""");

        assertThat(references.secret(root, "a").orElseThrow().reveal()).isEqualTo("from the environment");
        assertThat(references.secret(root, "b").orElseThrow().reveal()).isEqualTo("from a file");
        for (String key : new String[] {"c", "d", "e", "f", "g"}) {
            references.secret(root, key);
        }
        assertThat(problems.all())
                .hasSize(5)
                .anyMatch(words -> words.startsWith("c.env: the environment variable NONE"))
                .anyMatch(words -> words.startsWith("d.file: the file can't be read"))
                .anyMatch(words -> words.startsWith("e: must be an object"))
                .anyMatch(words -> words.startsWith("f: names a secret by either"))
                .anyMatch(words -> words.startsWith("g.x: is unknown"))
                .noneMatch(words -> words.contains("in clear"));
    }

    private Section root(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("bootstrap.json"), json);
        return new Section("", BootstrapFile.read(file).content(), problems);
    }
}
