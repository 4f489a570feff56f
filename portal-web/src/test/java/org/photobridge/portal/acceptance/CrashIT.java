package org.photobridge.portal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.portal.acceptance.PortalApi.Ask;
import org.photobridge.portal.test.OwnProcess;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.SimulatorOptions;
import org.photobridge.simulator.http.Fault;
import org.photobridge.simulator.http.Site;

/** A portal that is killed in the middle of a run and started again. */
@OwnProcess
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CrashIT {
    private static final int PEOPLE = 60;
    private static final int BATCH = 20;
    private static final int FILES = 3;
    /** In the middle of a person's three files, in a batch after the first. */
    private static final int UPLOADS_BEFORE_THE_END = 64;

    private static final Duration TIME_TO_GO_ON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void killed_run_goes_on_writes_nothing_twice_but_the_batch_in_flight_and_keeps_every_true_before_image()
            throws Exception {
        try (M365Simulator tenant =
                        M365Simulator.start(SimulatorOptions.defaults().users(PEOPLE));
                PortalProcess portal = PortalProcess.start(folder, new TenantFiles(tenant, folder).done())) {
            TenantFiles.hurry(tenant);
            Map<String, InSharePoint> before = InSharePoint.everybody(tenant);
            RunSeen preview = portal.api().run(Ask.of("preview", "all"));
            long run = killInMidRun(tenant, portal, preview);
            Instant killed = tenant.clock().instant();
            Map<String, InSharePoint> atTheKill = InSharePoint.everybody(tenant);

            portal.start();
            long restarted = System.nanoTime();
            portal.api().await(run, seen -> new Traffic(tenant).wentOnAfter(killed) || seen.stands());
            assertThat(Duration.ofNanos(System.nanoTime() - restarted)).isLessThan(TIME_TO_GO_ON);
            RunSeen ended = portal.api().await(run, RunSeen::stands);

            assertThat(ended.isEnded()).as(ended.toString()).isTrue();
            assertThat(ended.count("UPDATED")).isEqualTo(preview.count("WOULD_UPDATE"));
            assertThat(ended.count("FAILED")).isEqualTo(preview.count("FAILED"));
            assertOnlyTheBatchInFlightWasWrittenAgain(tenant);
            assertNothingIsLeftToDo(portal);
            assertUndoGivesWhatWasBefore(tenant, portal, before, atTheKill);
        }
    }

    /** The kill comes while an upload hangs, so the run is surely between two files. */
    private static long killInMidRun(M365Simulator tenant, PortalProcess portal, RunSeen preview) throws Exception {
        Traffic traffic = new Traffic(tenant).fromNow();
        tenant.faults()
                .add(Fault.slow(Site.MY, "^(POST|PUT) .*thumb", Fault.ALWAYS, Duration.ofSeconds(5))
                        .afterSkipping(UPLOADS_BEFORE_THE_END));
        long run = portal.api().submit(Ask.of("sync", "all").after(preview));
        while (traffic.uploads().size() < UPLOADS_BEFORE_THE_END) {
            assertThat(portal.api().find(run).stands()).isFalse();
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        portal.kill();
        tenant.faults().clear();
        return run;
    }

    private static void assertOnlyTheBatchInFlightWasWrittenAgain(M365Simulator tenant) {
        Map<String, Long> times = new Traffic(tenant)
                .uploads().stream().collect(Collectors.groupingBy(line -> line, Collectors.counting()));
        List<Long> again = times.values().stream().filter(count -> count > 1).toList();
        assertThat(again).as("something was in flight").isNotEmpty().hasSizeLessThanOrEqualTo(BATCH * FILES);
        assertThat(Set.copyOf(again)).containsExactly(2L);
    }

    private static void assertNothingIsLeftToDo(PortalProcess portal) throws Exception {
        RunSeen check = portal.api().run(Ask.of("check", "all"));
        assertThat(check.count("WOULD_UPDATE")).as(check.toString()).isZero();
    }

    /** Of whom the killed portal had written, the batch in flight included, and of whom the second one wrote. */
    private static void assertUndoGivesWhatWasBefore(
            M365Simulator tenant,
            PortalProcess portal,
            Map<String, InSharePoint> before,
            Map<String, InSharePoint> atTheKill)
            throws Exception {
        Map<String, InSharePoint> now = InSharePoint.everybody(tenant);
        List<String> written = now.keySet().stream()
                .filter(id -> !now.get(id).equals(before.get(id)))
                .sorted()
                .toList();
        List<String> early = written.stream()
                .filter(id -> !atTheKill.get(id).equals(before.get(id)))
                .toList();
        assertThat(early).isNotEmpty().hasSizeLessThan(written.size());
        for (String id : written) {
            RunSeen undone = portal.api().run(Ask.of("undo", "account", id));
            assertThat(undone.state()).as(undone.toString()).isEqualTo("SUCCEEDED");
            assertThat(InSharePoint.of(tenant, tenant.tenant().byObjectId(id).orElseThrow()))
                    .as(id)
                    .isEqualTo(before.get(id));
        }
    }
}
