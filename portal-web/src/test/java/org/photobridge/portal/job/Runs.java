package org.photobridge.portal.job;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.photobridge.portal.engine.Lane;
import org.photobridge.portal.engine.OutcomeType;
import org.photobridge.portal.engine.RunCounts;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.engine.RunState;

/** Runs for tests, as they would lie in the database. */
public final class Runs {

    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private Runs() {}

    /** A run of everybody that stands somewhere. */
    public static RunRow run(RunKind kind, RunState state, Map<OutcomeType, Long> outcomes) {
        return waiting(kind, state, outcomes, Optional.empty(), "");
    }

    static RunRow waiting(
            RunKind kind, RunState state, Map<OutcomeType, Long> outcomes, Optional<Instant> until, String code) {
        return new RunRow(
                7,
                7,
                1,
                "Everybody",
                kind,
                Lane.BULK,
                ScopeKind.ALL,
                "",
                TriggerKind.SCHEDULE,
                "Everybody",
                "",
                Optional.empty(),
                state,
                1,
                START,
                Optional.of(START),
                state.isFinal() ? Optional.of(START.plusSeconds(75)) : Optional.empty(),
                until,
                code,
                "",
                "",
                "",
                "READ",
                new RunCounts(outcomes, Map.of(), 0),
                Optional.of(500L),
                Optional.empty(),
                0,
                false,
                false);
    }
}
