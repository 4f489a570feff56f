package org.photobridge.portal.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** How long things are kept: as an admin chose, else as the operator configured, else as we think right. */
@ApplicationScoped
public class KeepingRepository {
    private final Jdbi jdbi;
    private final Clock clock;
    private final Function<String, Optional<Integer>> configured;

    /** For the container's proxy only. */
    protected KeepingRepository() {
        this(null, null, name -> Optional.empty());
    }

    @Inject
    KeepingRepository(Jdbi jdbi, Clock clock, Config config) {
        this(jdbi, clock, name -> config.getOptionalValue(name, Integer.class));
    }

    /** @param configured gives what the operator set under a name */
    public KeepingRepository(Jdbi jdbi, Clock clock, Function<String, Optional<Integer>> configured) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.configured = configured;
    }

    public int of(Keeping what) {
        return jdbi.withHandle(handle -> of(handle, what));
    }

    /** The same, on a connection that is open already. */
    public int of(Handle handle, Keeping what) {
        return chosen(handle, what).or(() -> configured.apply(what.property())).orElse(what.standard());
    }

    /** For what is kept some days. */
    public Duration days(Keeping what) {
        return Duration.ofDays(of(what));
    }

    public Map<Keeping, Integer> all() {
        Map<Keeping, Integer> all = new EnumMap<>(Keeping.class);
        for (Keeping what : Keeping.values()) {
            all.put(what, of(what));
        }
        return all;
    }

    public void store(Map<Keeping, Integer> chosen) {
        jdbi.useHandle(handle -> chosen.forEach((what, value) -> store(handle, what, value)));
    }

    private void store(Handle handle, Keeping what, int value) {
        String update = "update portal_setting set setting_value = :value, changed_at = :now where name = :name";
        String insert = "insert into portal_setting (name, setting_value, changed_at) values (:name, :value, :now)";
        if (write(handle, update, what, value) == 0) {
            write(handle, insert, what, value);
        }
    }

    private int write(Handle handle, String sql, Keeping what, int value) {
        return handle.createUpdate(sql)
                .bind("name", name(what))
                .bind("value", Integer.toString(value))
                .bind("now", clock.instant())
                .execute();
    }

    private static Optional<Integer> chosen(Handle handle, Keeping what) {
        return handle.createQuery("select setting_value from portal_setting where name = :name")
                .bind("name", name(what))
                .mapTo(Integer.class)
                .findOne();
    }

    private static String name(Keeping what) {
        return "keep." + what.name();
    }
}
