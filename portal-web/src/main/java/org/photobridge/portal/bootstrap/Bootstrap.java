package org.photobridge.portal.bootstrap;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.platform.DatabaseReady;
import org.photobridge.portal.security.Caller;

/** Sets the portal up from the operator's file, at the first start only. */
@ApplicationScoped
class Bootstrap {
    private static final Logger LOG = System.getLogger(Bootstrap.class.getName());

    @Inject
    @ConfigProperty(name = "photobridge.bootstrap")
    private Optional<String> path;

    @Inject
    private DataSource dataSource;

    @Inject
    private BootstrapWork work;

    void onStart(@Observes @Priority(200) DatabaseReady ready) {
        path.filter(named -> !named.isBlank())
                .map(named -> BootstrapFile.read(Path.of(named)))
                .ifPresent(this::apply);
    }

    private void apply(BootstrapFile file) {
        Optional<BootstrapRepository.Applied> before = new BootstrapRepository(dataSource).find();
        if (before.isPresent()) {
            tell(file, before.get());
        } else {
            Caller.trusted(Actor.bootstrap()).as(() -> work.apply(file));
        }
    }

    private static void tell(BootstrapFile file, BootstrapRepository.Applied before) {
        if (before.digest().equals(file.digest())) {
            LOG.log(Level.INFO, "The bootstrap file {0} was applied on {1}", file.path(), before.at());
        } else {
            LOG.log(
                    Level.WARNING,
                    "The bootstrap file {0} has changed since it was applied on {1}. It is for the first start only:"
                            + " the change is not applied. Make it on the portal''s pages.",
                    file.path(),
                    before.at());
        }
    }
}
