package org.photobridge.portal.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.engine.Lane;
import org.photobridge.portal.engine.Progress;
import org.photobridge.portal.engine.RunCounts;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.engine.Signal;
import org.photobridge.portal.engine.Step;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;
import org.photobridge.testkit.SettableClock;

class StoredRunControlTest {

    private final SettableClock clock = SettableClock.at("2026-01-01T12:00:00Z");

    @BothDatabases
    void a_fault_of_the_database_is_not_thrown_into_a_providers_call(TestDatabase database) {
        Jdbi jdbi = Jdbi.create(database.dataSource());
        StoredRunControl control = control(jdbi, clock);
        assertThat(control.signal()).isEqualTo(Signal.GO_ON);
        jdbi.useHandle(handle -> handle.execute("alter table run rename to gone"));
        clock.advance(Duration.ofSeconds(1));

        assertThat(control.signal()).isEqualTo(Signal.GO_ON);
        assertThatCode(() -> control.progress(
                        new Progress(Step.LIST, RunCounts.NONE, OptionalLong.empty(), Optional.empty(), "")))
                .doesNotThrowAnyException();
    }

    private static StoredRunControl control(Jdbi jdbi, Clock clock) {
        new RequestRepository(jdbi)
                .insert(
                        Asking.of(1, RunKind.SYNC, Scope.all()),
                        new RequestRepository.Origin("All", TriggerKind.PERSON, "admin", Lane.BULK, Instant.EPOCH));
        RunLifecycleRepository lifecycle = new RunLifecycleRepository(jdbi, clock);
        RunRow run = lifecycle.pick(1, Lane.BULK).orElseThrow();
        return new StoredRunControl(lifecycle, run, () -> false, clock);
    }
}
