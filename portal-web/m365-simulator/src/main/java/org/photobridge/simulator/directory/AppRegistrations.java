package org.photobridge.simulator.directory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;

/** The apps that the tenant knows. */
public final class AppRegistrations {
    private final Map<String, AppRegistration> apps = new ConcurrentSkipListMap<>();
    private final long seed;

    AppRegistrations(long seed) {
        this.seed = seed;
    }

    public Optional<AppRegistration> find(String clientId) {
        return Optional.ofNullable(apps.get(clientId.toLowerCase(Locale.ROOT)));
    }

    public List<AppRegistration> all() {
        return List.copyOf(apps.values());
    }

    /** A new app without credentials and roles. */
    public AppRegistration register(String displayName) {
        int number = apps.size();
        String clientId = new UUID(
                        Mix.of(seed, number, "client id") & ~0xF000L | 0x4000L,
                        Mix.of(seed, number, "client id, low") & 0x3FFFFFFF_FFFFFFFFL | Long.MIN_VALUE)
                .toString();
        AppRegistration app = new AppRegistration(clientId, displayName);
        apps.put(clientId, app);
        return app;
    }
}
