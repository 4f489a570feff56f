package org.photobridge.portal.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photobridge.portal.provider.ModuleWorkshop.manifest;
import static org.photobridge.portal.provider.ModuleWorkshop.provider;
import static org.photobridge.portal.provider.ModuleWorkshop.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.photobridge.portal.provider.ModuleProblem.Kind;
import org.photobridge.portal.provider.ModuleStore.IfDifferent;

class ModuleStoreTest {
    @TempDir
    Path folder;

    private ModuleWorkshop workshop;
    private ModuleStore store;

    @BeforeEach
    void open() {
        workshop = new ModuleWorkshop(folder);
        store = new ModuleStore(folder.resolve("providers"), new ModuleZip());
    }

    @Test
    void a_zip_is_installed_under_its_id_and_version() throws Exception {
        ModuleFolder installed = store.install(workshop.zip(jar("plain")), IfDifferent.REFUSE);

        assertThat(installed.path()).isEqualTo(folder.resolve("providers/good/1.0"));
        assertThat(store.installed()).containsExactly(installed);
        assertThat(installed.jars()).hasSize(1);
    }

    @Test
    void the_same_zip_again_changes_nothing() throws Exception {
        Path zip = workshop.zip(jar("plain"));
        ModuleFolder first = store.install(zip, IfDifferent.REFUSE);

        assertThat(store.install(zip, IfDifferent.REFUSE)).isEqualTo(first);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void another_content_under_the_same_version_is_refused_or_replaces_as_asked() throws Exception {
        ModuleFolder first = store.install(workshop.zip(jar("plain")), IfDifferent.REFUSE);
        Path before = first.jars().get(0);
        Path other = workshop.zip(jar("other"));

        assertThat(problemOf(other)).isEqualTo(Kind.OTHER_VERSION_THERE);
        assertThat(before).exists();
        store.install(other, IfDifferent.REPLACE);
        assertThat(before).doesNotExist();
        assertThat(first.jars()).hasSize(1);
        assertThat(leftovers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.jar", "/evil.jar", "a/../../evil.jar", "..\\evil.jar", "C:\\evil.jar"})
    void names_that_point_outside_are_refused_and_nothing_is_written(String name) throws Exception {
        assertThat(problemOf(workshop.zip(Map.of(name, new byte[] {1})))).isEqualTo(Kind.UNSAFE_PATH);
        assertThat(folder.resolve("evil.jar")).doesNotExist();
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void an_empty_zip_is_refused() throws Exception {
        assertThat(problemOf(workshop.zip(Map.of()))).isEqualTo(Kind.NO_JARS);
    }

    @Test
    void what_is_no_zip_is_refused() throws Exception {
        Path text = Files.writeString(folder.resolve("text.zip"), "hello");
        assertThat(problemOf(text)).isEqualTo(Kind.NOT_A_ZIP);
    }

    @Test
    void a_jar_that_cannot_be_read_is_refused() throws Exception {
        byte[] junk = "junk".getBytes(StandardCharsets.UTF_8);
        assertThat(problemOf(workshop.zip(Map.of("a.jar", junk)))).isEqualTo(Kind.CORRUPT_JAR);
    }

    @Test
    void a_jar_without_our_manifest_entries_is_refused() throws Exception {
        Path jar = workshop.jar(Map.of(), "Good", provider("Good", ""), service("Good"));
        assertThat(problemOf(workshop.zip(jar))).isEqualTo(Kind.NO_MANIFEST);
    }

    @Test
    void two_jars_that_both_name_a_provider_are_refused() throws Exception {
        assertThat(problemOf(workshop.zip(jar("a"), jar("b")))).isEqualTo(Kind.TWO_MANIFESTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../up", "UPPER", "", "with space"})
    void an_id_that_is_no_folder_name_is_refused(String id) throws Exception {
        Path jar = workshop.jar(manifest(id, "1"), "Good", provider("Good", ""), service("Good"));
        assertThat(problemOf(workshop.zip(jar))).isEqualTo(Kind.BAD_MANIFEST);
    }

    @Test
    void a_zip_that_unpacks_to_too_much_is_stopped_on_the_way() throws Exception {
        store = new ModuleStore(folder.resolve("providers"), new ModuleZip(new ModuleZip.Limits(10, 1000)));
        Map<String, byte[]> bomb = Map.of("a.jar", new byte[900], "b.jar", new byte[900]);

        assertThat(problemOf(workshop.zip(bomb))).isEqualTo(Kind.TOO_BIG);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void too_many_entries_are_refused() throws Exception {
        store = new ModuleStore(folder.resolve("providers"), new ModuleZip(new ModuleZip.Limits(1, 1000)));
        assertThat(problemOf(workshop.zip(Map.of("a.txt", new byte[1], "b.txt", new byte[1]))))
                .isEqualTo(Kind.TOO_BIG);
    }

    private Path jar(String word) {
        String source = provider("Good", "").replace("plain", word);
        return workshop.jar(manifest("good", "1.0"), "Good", source, service("Good"));
    }

    private Kind problemOf(Path zip) throws IOException {
        try {
            store.install(zip, IfDifferent.REFUSE);
            throw new AssertionError("was installed");
        } catch (BrokenModuleException e) {
            return e.problem().kind();
        }
    }

    private java.util.List<Path> leftovers() throws IOException {
        try (var files = Files.list(folder.resolve("providers"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }
}
