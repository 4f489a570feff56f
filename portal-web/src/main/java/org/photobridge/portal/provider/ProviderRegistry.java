package org.photobridge.portal.provider;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.photobridge.portal.platform.DatabaseReady;
import org.photobridge.portal.platform.Home;
import org.photobridge.spi.PhotoProvider;

/** Where the rest of the portal finds providers. */
@ApplicationScoped
public class ProviderRegistry {
    private static final String WELL_KNOWN = "org/photobridge/portal/messages_en.properties";

    @Inject
    private Home home;

    @Inject
    private DataSource dataSource;

    @Inject
    private Clock clock;

    private volatile InstalledModules modules;

    void onStart(@Observes @Priority(150) DatabaseReady ready) {
        modules = new InstalledModules(
                new ModuleStore(home.subfolder("providers"), new ModuleZip()),
                new ModuleLoader(PhotoProvider.class.getClassLoader()),
                new ActiveVersionRepository(dataSource, clock));
        modules.start(bundled());
    }

    /** The version of a provider that is in use; empty if there is none, or it can't be used. */
    public Optional<LoadedModule> find(String id) {
        return modules.find(id);
    }

    /** Whether the providers that came with the portal can be used; not while they are being loaded. */
    boolean hasWhatItCameWith() {
        InstalledModules loaded = modules;
        return loaded != null && loaded.bundledAreUsable();
    }

    /** Every provider, usable or not, by id. */
    public List<ProviderState> list() {
        return modules.states();
    }

    /** {@code WEB-INF/providers}, found from a file of {@code WEB-INF/classes}: servlets start later than this. */
    private static Path bundled() {
        try {
            URL file = ProviderRegistry.class.getClassLoader().getResource(WELL_KNOWN);
            Path classes = Path.of(file.toURI());
            for (int up = 0; up < Path.of(WELL_KNOWN).getNameCount(); up++) {
                classes = classes.getParent();
            }
            return classes.resolveSibling("providers");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
