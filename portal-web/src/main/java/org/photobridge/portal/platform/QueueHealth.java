package org.photobridge.portal.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only while this node takes tasks from the queue. */
@Readiness
@ApplicationScoped
class QueueHealth implements HealthCheck {
    @Inject
    private TaskQueue queue;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("queue").status(queue.isRunning()).build();
    }
}
