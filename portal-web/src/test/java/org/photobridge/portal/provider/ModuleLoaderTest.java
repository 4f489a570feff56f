package org.photobridge.portal.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photobridge.portal.provider.ModuleWorkshop.manifest;
import static org.photobridge.portal.provider.ModuleWorkshop.provider;
import static org.photobridge.portal.provider.ModuleWorkshop.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.photobridge.portal.platform.TimeLimit;
import org.photobridge.portal.provider.ModuleProblem.Kind;
import org.photobridge.spi.PhotoProvider;

@Timeout(60)
class ModuleLoaderTest {
    /** Minds no interrupt either. */
    private static final String NEVER_WAKES =
            "static Object wake() { while (true) { Thread.interrupted(); java.util.concurrent.locks.LockSupport.park(); } }";

    @TempDir
    Path folder;

    private ModuleWorkshop workshop;
    private ModuleStore store;
    private final ModuleLoader loader = new ModuleLoader(PhotoProvider.class.getClassLoader());

    @BeforeEach
    void open() {
        workshop = new ModuleWorkshop(folder);
        store = new ModuleStore(folder.resolve("providers"), new ModuleZip());
    }

    @Test
    void a_well_made_module_is_usable() throws Exception {
        ModuleStatus status =
                load(workshop.jar(manifest("good", "1.0"), "Good", provider("Good", ""), service("Good")));

        assertThat(status.problems()).isEmpty();
        assertThat(status.module().orElseThrow().factory(ProviderRole.SOURCE)).isPresent();
        assertThat(status.module().orElseThrow().factory(ProviderRole.TARGET)).isEmpty();
    }

    @Test
    void two_modules_with_different_versions_of_one_library_live_side_by_side() throws Exception {
        ModuleStatus older = load(usingLibrary("older", "the old library"));
        ModuleStatus newer = load(usingLibrary("newer", "the new library"));

        assertThat(nameOf(older)).isEqualTo("the old library");
        assertThat(nameOf(newer)).isEqualTo("the new library");
    }

    @Test
    void a_constructor_that_throws_is_a_reason() throws Exception {
        String body = "public Thrower() { throw new IllegalStateException(\"no luck\"); }";
        ModuleStatus status =
                load(workshop.jar(manifest("thrower", "1"), "Thrower", provider("Thrower", body), service("Thrower")));

        assertProblem(status, Kind.START_FAILED, "no luck");
    }

    @Test
    void a_static_initializer_that_throws_is_a_reason() throws Exception {
        String body = "static { if (true) throw new IllegalStateException(\"at once\"); }";
        ModuleStatus status =
                load(workshop.jar(manifest("initial", "1"), "Initial", provider("Initial", body), service("Initial")));

        assertProblem(status, null, "at once");
    }

    @Test
    void an_error_that_no_exception_is_is_a_reason() throws Exception {
        String body = "public Failer() { throw new AssertionError(\"not so\"); }";
        ModuleStatus status =
                load(workshop.jar(manifest("failer", "1"), "Failer", provider("Failer", body), service("Failer")));

        assertProblem(status, Kind.START_FAILED, "not so");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static final Object NEVER = wake();",
                "public Sleeper() { wake(); }",
                "public Optional<PhotoTargetFactory> targetFactory() { wake(); return Optional.empty(); }"
            })
    void a_provider_that_never_comes_back_is_a_reason(String hanging) throws Exception {
        assertGivenUp(provider("Sleeper", NEVER_WAKES + hanging));
    }

    @Test
    void a_description_that_never_comes_back_is_a_reason() throws Exception {
        assertGivenUp(provider("Sleeper", NEVER_WAKES).replace("\"plain\"", "\"\" + wake()"));
    }

    private void assertGivenUp(String source) throws Exception {
        Path zip = workshop.zip(workshop.jar(manifest("sleeper", "1"), "Sleeper", source, service("Sleeper")));
        ModuleLoader impatient =
                new ModuleLoader(PhotoProvider.class.getClassLoader(), new TimeLimit(Duration.ofSeconds(1)));

        ModuleStatus status = impatient.load(store.install(zip, ModuleStore.IfDifferent.REFUSE));

        assertProblem(status, Kind.START_TOOK_TOO_LONG, "1");
    }

    @Test
    void a_module_without_service_file_is_a_reason() throws Exception {
        assertProblem(
                load(workshop.jar(manifest("mute", "1"), "Mute", provider("Mute", ""), Map.of())),
                Kind.NO_SERVICE,
                "PhotoProvider");
    }

    @Test
    void a_service_file_that_names_a_missing_class_is_a_reason() throws Exception {
        assertProblem(
                load(workshop.jar(manifest("ghost", "1"), "Ghost", provider("Ghost", ""), service("Missing"))),
                Kind.START_FAILED,
                "Missing");
    }

    @Test
    void a_missing_library_is_a_reason() throws Exception {
        Path library = library("gone");
        String body =
                "public Optional<PhotoTargetFactory> targetFactory() { lib.Lib.word(); return Optional.empty(); }";
        Path classes = workshop.compile("Needy", provider("Needy", body), List.of(library));
        ModuleStatus status = load(workshop.pack(manifest("needy", "1"), classes, service("Needy")));

        assertProblem(status, Kind.CLASS_MISSING, "lib");
    }

    @Test
    void a_module_for_a_newer_contract_is_refused_before_any_class_is_loaded() throws Exception {
        Map<String, String> newer = manifest("future", "1");
        newer.put("Photobridge-Spi-Version", "1.7");
        String body = "static { System.setProperty(\"future.loaded\", \"yes\"); }";
        Path zip = workshop.zip(workshop.jar(newer, "Future", provider("Future", body), service("Future")));

        assertThat(problemOf(zip)).isEqualTo(ModuleProblem.of(Kind.NEWER_CONTRACT, "1.7 / 1.0"));
        assertThat(System.getProperty("future.loaded")).isNull();
    }

    @Test
    void a_packed_copy_of_the_contract_is_ignored_and_said() throws Exception {
        Map<String, byte[]> more = new HashMap<>(service("Packer"));
        String contract = "org/photobridge/spi/PhotoProvider.class";
        try (InputStream in = PhotoProvider.class.getClassLoader().getResourceAsStream(contract)) {
            more.put(contract, in.readAllBytes());
        }
        ModuleStatus status = load(workshop.jar(manifest("packer", "1"), "Packer", provider("Packer", ""), more));

        assertThat(status.isUsable()).isTrue();
        assertThat(status.problems()).containsExactly(ModuleProblem.of(Kind.PACKS_CONTRACT));
    }

    @Test
    void a_provider_that_plays_no_role_is_a_reason() throws Exception {
        String source = "public class Idle implements org.photobridge.spi.PhotoProvider {}";
        assertProblem(load(workshop.jar(manifest("idle", "1"), "Idle", source, service("Idle"))), Kind.NO_ROLE, "");
    }

    @Test
    void a_provider_does_not_see_the_portal() throws Exception {
        String body = "static { try { Class.forName(\"%s\"); throw new IllegalStateException(\"seen\"); } "
                        .formatted(ModuleLoader.class.getName())
                + "catch (ClassNotFoundException e) { System.setProperty(\"curious\", \"blind\"); } }";
        ModuleStatus status =
                load(workshop.jar(manifest("curious", "1"), "Curious", provider("Curious", body), service("Curious")));

        assertThat(status.isUsable()).isTrue();
        assertThat(System.getProperty("curious")).isEqualTo("blind");
    }

    private Path usingLibrary(String id, String word) {
        Path library = library(word);
        String source = provider("Uses", "").replace("\"plain\"", "lib.Lib.word()");
        Path classes = workshop.compile("Uses", source, List.of(library));
        return workshop.zip(workshop.pack(manifest(id, "1"), classes, service("Uses")), library);
    }

    private Path library(String word) {
        String source = "package lib; public class Lib { public static String word() { return \"" + word + "\"; } }";
        return workshop.jar(Map.of(), "lib.Lib", source, Map.of());
    }

    private static String nameOf(ModuleStatus status) {
        return status.module()
                .orElseThrow()
                .factory(ProviderRole.SOURCE)
                .orElseThrow()
                .descriptor()
                .name()
                .get(Locale.ENGLISH);
    }

    private ModuleStatus load(Path jarOrZip) throws BrokenModuleException, IOException {
        Path zip = jarOrZip.toString().endsWith(".zip") ? jarOrZip : workshop.zip(jarOrZip);
        return loader.load(store.install(zip, ModuleStore.IfDifferent.REFUSE));
    }

    private ModuleProblem problemOf(Path zip) throws IOException {
        try {
            store.install(zip, ModuleStore.IfDifferent.REFUSE);
            throw new AssertionError("was installed");
        } catch (BrokenModuleException e) {
            return e.problem();
        }
    }

    private static void assertProblem(ModuleStatus status, Kind kind, String detail) {
        assertThat(status.isUsable()).isFalse();
        assertThat(status.problems()).hasSize(1);
        if (kind != null) {
            assertThat(status.problems().get(0).kind()).isEqualTo(kind);
        }
        assertThat(status.problems().get(0).detail()).contains(detail);
    }
}
