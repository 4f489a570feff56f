package org.photobridge.spi;

import java.util.Objects;

/**
 * One thing that an end needs, looked at.
 *
 * @param code a short stable name, as in {@link ErrorEntry#code()}; for a failure the code that a run would show
 * @param label what was checked: "Sign in to Entra ID"
 * @param status how it ended
 * @param detail what was found, in one sentence; empty if there is nothing to say
 * @param remedy what to do, if it isn't a pass; else empty
 */
public record HealthCheck(String code, LocalText label, HealthStatus status, LocalText detail, LocalText remedy) {

    public HealthCheck {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(remedy, "remedy");
    }

    public static HealthCheck pass(String code, LocalText label, LocalText detail) {
        return new HealthCheck(code, label, HealthStatus.PASS, detail, LocalText.of(""));
    }

    public static HealthCheck warn(String code, LocalText label, LocalText detail, LocalText remedy) {
        return new HealthCheck(code, label, HealthStatus.WARN, detail, remedy);
    }

    public static HealthCheck fail(String code, LocalText label, LocalText detail, LocalText remedy) {
        return new HealthCheck(code, label, HealthStatus.FAIL, detail, remedy);
    }

    public static HealthCheck skipped(String code, LocalText label) {
        return new HealthCheck(code, label, HealthStatus.SKIPPED, LocalText.of(""), LocalText.of(""));
    }
}
