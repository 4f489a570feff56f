package org.photobridge.portal.platform;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started once the tables are up to date and everything that waited for them is done. */
@Startup
@ApplicationScoped
class StartHealth implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("start")
                .status("up".equals(System.getProperty(PortalStart.OUTCOME)))
                .build();
    }
}
