package org.photobridge.portal.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photobridge.portal.provider.ModuleWorkshop.manifest;
import static org.photobridge.portal.provider.ModuleWorkshop.provider;
import static org.photobridge.portal.provider.ModuleWorkshop.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.portal.provider.ModuleProblem.Kind;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;
import org.photobridge.spi.PhotoProvider;
import org.photobridge.testkit.SettableClock;

class InstalledModulesTest {
    @TempDir
    Path folder;

    private final Clock clock = SettableClock.at("2026-03-01T08:00:00Z");
    private ModuleWorkshop workshop;
    private Path bundled;

    @BeforeEach
    void open() throws IOException {
        workshop = new ModuleWorkshop(folder);
        bundled = Files.createDirectories(folder.resolve("bundled"));
    }

    @BothDatabases
    void what_comes_with_the_portal_is_installed_and_in_use(TestDatabase database) throws IOException {
        bundle("good.zip", "1.0");
        InstalledModules modules = started(database);

        assertThat(modules.find("good").orElseThrow().key()).isEqualTo(new ProviderKey("good", "1.0"));
        assertThat(modules.find("other")).isEmpty();
        assertThat(folder.resolve("providers/good/1.0")).isDirectory();
    }

    @BothDatabases
    void a_newer_bundled_version_takes_over_and_an_older_one_stays_on_disk(TestDatabase database) throws IOException {
        bundle("good.zip", "1.0");
        started(database);
        bundle("good.zip", "1.1");

        assertThat(started(database).find("good").orElseThrow().key().version()).isEqualTo("1.1");
        assertThat(folder.resolve("providers/good/1.0")).isDirectory();
    }

    @BothDatabases
    void a_start_without_news_keeps_the_version_that_was_chosen(TestDatabase database) throws IOException {
        bundle("good.zip", "1.0");
        started(database);
        bundle("good.zip", "1.1");
        started(database);
        new ActiveVersionRepository(database.dataSource(), clock).activate(new ProviderKey("good", "1.0"));

        assertThat(started(database).find("good").orElseThrow().key().version()).isEqualTo("1.0");
    }

    @BothDatabases
    void a_broken_zip_is_a_row_with_a_reason_and_the_others_work(TestDatabase database) throws IOException {
        bundle("good.zip", "1.0");
        Files.writeString(bundled.resolve("bad.zip"), "rubbish");
        InstalledModules modules = started(database);

        assertThat(modules.find("good")).isPresent();
        List<ProviderState> broken =
                modules.states().stream().filter(state -> !state.isUsable()).toList();
        assertThat(broken).extracting(ProviderState::id).containsExactly("bad.zip");
        assertThat(broken.get(0).problems()).extracting(ModuleProblem::kind).containsExactly(Kind.NOT_A_ZIP);
    }

    @BothDatabases
    void a_version_that_another_machine_uses_but_this_one_lacks_is_a_reason(TestDatabase database) {
        new ActiveVersionRepository(database.dataSource(), clock).activate(new ProviderKey("far", "2.0"));
        InstalledModules modules = started(database);

        assertThat(modules.find("far")).isEmpty();
        assertThat(modules.states().get(0).problems()).containsExactly(ModuleProblem.of(Kind.NOT_INSTALLED, "2.0"));
    }

    private void bundle(String name, String version) throws IOException {
        Path zip = workshop.zip(workshop.jar(manifest("good", version), "Good", provider("Good", ""), service("Good")));
        Files.copy(zip, bundled.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private InstalledModules started(TestDatabase database) {
        InstalledModules modules = new InstalledModules(
                new ModuleStore(folder.resolve("providers"), new ModuleZip()),
                new ModuleLoader(PhotoProvider.class.getClassLoader()),
                new ActiveVersionRepository(database.dataSource(), clock));
        modules.start(bundled);
        return modules;
    }
}
