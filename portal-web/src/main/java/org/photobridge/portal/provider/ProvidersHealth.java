package org.photobridge.portal.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only while the providers that came with the portal can be used; foreign ones are their installer's affair. */
@Readiness
@ApplicationScoped
class ProvidersHealth implements HealthCheck {
    @Inject
    private ProviderRegistry providers;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("providers")
                .status(providers.hasWhatItCameWith())
                .build();
    }
}
