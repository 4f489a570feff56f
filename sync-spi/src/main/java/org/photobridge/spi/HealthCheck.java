package org.photobridge.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * One thing that an end needs, looked at.
 *
 * @param code a short stable name, as in {@link ErrorEntry#code()}; for a failure the code that a run would show
 * @param label what was checked: "Sign in to Entra ID"
 * @param status how it ended
 * @param detail what was found, in one sentence; empty if there is nothing to say
 * @param remedy what to do, if it isn't a pass; else empty
 * @param category what kind of trouble it is, if it's a warning or a failure and the provider says so; a run that a failure
 *     stops ends with it, and with {@link ErrorCategory#CONFIGURATION} if it is empty
 */
public record HealthCheck(
        String code,
        LocalText label,
        HealthStatus status,
        LocalText detail,
        LocalText remedy,
        Optional<ErrorCategory> category) {

    public HealthCheck {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(remedy, "remedy");
        if (category.isPresent() && status != HealthStatus.WARN && status != HealthStatus.FAIL) {
            throw new IllegalArgumentException("Only what isn't well is of a kind: " + code);
        }
    }

    public static HealthCheck pass(String code, LocalText label, LocalText detail) {
        return new HealthCheck(code, label, HealthStatus.PASS, detail, LocalText.of(""), Optional.empty());
    }

    public static HealthCheck warn(String code, LocalText label, LocalText detail, LocalText remedy) {
        return new HealthCheck(code, label, HealthStatus.WARN, detail, remedy, Optional.empty());
    }

    public static HealthCheck fail(String code, LocalText label, LocalText detail, LocalText remedy) {
        return new HealthCheck(code, label, HealthStatus.FAIL, detail, remedy, Optional.empty());
    }

    public static HealthCheck skipped(String code, LocalText label) {
        return new HealthCheck(code, label, HealthStatus.SKIPPED, LocalText.of(""), LocalText.of(""), Optional.empty());
    }

    /** This warning or failure, as one of a kind: a run for many that an {@code UNAVAILABLE} stops comes back by itself. */
    public HealthCheck as(ErrorCategory kind) {
        return new HealthCheck(code, label, status, detail, remedy, Optional.of(kind));
    }
}
