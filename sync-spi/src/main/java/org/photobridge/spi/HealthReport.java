package org.photobridge.spi;

import java.util.List;

/**
 * What {@link ProviderEnd#checkHealth} found.
 *
 * @param checks one per thing that the end needs, in the order in which an admin should fix them; never empty
 */
public record HealthReport(List<HealthCheck> checks) {

    public HealthReport {
        checks = List.copyOf(checks);
        if (checks.isEmpty()) {
            throw new IllegalArgumentException("A health report has at least one check");
        }
    }

    /** Whether nothing failed. */
    public boolean isHealthy() {
        return checks.stream().noneMatch(check -> check.status() == HealthStatus.FAIL);
    }
}
