package org.photobridge.portal.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Failure;

/** The run ends here, before its end; carries how. Never leaves the engine. */
final class RunStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RunState state;
    private final String reason;
    private final ErrorCategory category;
    private final transient Optional<Instant> resumeAt;
    private final transient Optional<RuntimeException> fault;

    private RunStopped(
            RunState state, String reason, ErrorCategory category, String detail, Optional<Instant> resumeAt) {
        super(detail);
        this.fault = Optional.empty();
        this.state = state;
        this.reason = reason;
        this.category = category;
        this.resumeAt = resumeAt;
    }

    private RunStopped(RuntimeException fault) {
        super(fault);
        this.state = RunState.QUEUED;
        this.reason = "";
        this.category = null;
        this.resumeAt = Optional.empty();
        this.fault = Optional.of(fault);
    }

    static RunStopped because(RunState state, Reason reason, String detail) {
        return new RunStopped(state, reason.code(), null, detail, Optional.empty());
    }

    static RunStopped failed(Failure failure) {
        return new RunStopped(RunState.FAILED, failure.code(), failure.category(), failure.message(), Optional.empty());
    }

    static RunStopped waiting(Failure failure, Instant resumeAt) {
        return new RunStopped(
                RunState.WAITING, failure.code(), failure.category(), failure.message(), Optional.of(resumeAt));
    }

    /** Many people in a row failed with this failure. */
    static RunStopped manyEqual(RunState state, Failure failure, Optional<Instant> resumeAt) {
        return new RunStopped(
                state, Reason.MANY_EQUAL_FAILURES.code(), failure.category(), failure.toString(), resumeAt);
    }

    /** A fault of ours, not the provider's. */
    static RunStopped by(RuntimeException fault) {
        return new RunStopped(fault);
    }

    static RunStopped by(Signal signal) {
        return switch (signal) {
            case PAUSE -> because(RunState.PAUSED, Reason.PAUSED_BY_PERSON, "");
            case CANCEL -> because(RunState.CANCELLED, Reason.CANCELLED_BY_PERSON, "");
            case SHUT_DOWN -> because(RunState.QUEUED, Reason.SHUTTING_DOWN, "");
            case GO_ON -> throw new IllegalArgumentException("Nobody wants the run to stop");
        };
    }

    RunState state() {
        return state;
    }

    Optional<ErrorCategory> category() {
        return Optional.ofNullable(category);
    }

    /** How the run stands; of a fault of ours the engine doesn't speak, but throws it. */
    RunSummary summary(RunCounts counts, OptionalLong listed) {
        fault.ifPresent(ours -> {
            throw ours;
        });
        return new RunSummary(state, Optional.of(reason), category(), getMessage(), resumeAt, counts, listed);
    }
}
