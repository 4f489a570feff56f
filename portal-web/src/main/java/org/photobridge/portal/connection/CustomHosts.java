package org.photobridge.portal.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether connections may use hosts outside Microsoft's clouds and extra CAs: the operator says so, by configuration or
 * in the bootstrap file; no page does.
 */
@ApplicationScoped
public class CustomHosts {
    private static final String SETTING = "allow-custom-hosts";

    @Inject
    @ConfigProperty(name = "photobridge.allow-custom-hosts", defaultValue = "false")
    private boolean configured;

    @Inject
    private DataSource dataSource;

    @Inject
    private Clock clock;

    public HostPolicy policy() {
        return new HostPolicy(configured
                || settings().find(SETTING).map(Boolean::parseBoolean).orElse(false));
    }

    /** Keeps what the bootstrap file says, in the caller's transaction. */
    public void allow(boolean allowed) {
        settings().put(SETTING, Boolean.toString(allowed));
    }

    private SettingRepository settings() {
        return new SettingRepository(dataSource, clock);
    }
}
