package org.photobridge.portal.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the server's and the machine's things injectable: clock, data source, threads, home, encryption. */
@ApplicationScoped
class PlatformProducers {
    @Resource(lookup = "java:app/jdbc/portal")
    private DataSource dataSource;

    @Resource
    private ManagedExecutorService executor;

    @Resource
    private ManagedThreadFactory threads;

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    DataSource dataSource() {
        return dataSource;
    }

    @Produces
    ManagedExecutorService executor() {
        return executor;
    }

    @Produces
    ManagedThreadFactory threads() {
        return threads;
    }

    @Produces
    @Singleton
    Home home(@ConfigProperty(name = "photobridge.home") String folder) {
        return Home.open(folder);
    }

    @Produces
    @Singleton
    KeyRing keyRing(@ConfigProperty(name = "photobridge.encryption.key") Optional<String> configured, Home home) {
        return KeyRing.of(configured, home);
    }

    @Produces
    @Singleton
    SecretBox secretBox(KeyRing keys) {
        return new SecretBox(keys);
    }
}
