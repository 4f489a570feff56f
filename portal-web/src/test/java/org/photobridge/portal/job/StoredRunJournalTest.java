package org.photobridge.portal.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.portal.engine.BatchRecord;
import org.photobridge.portal.engine.BeforeImagesFull;
import org.photobridge.portal.engine.Condition;
import org.photobridge.portal.engine.Intent;
import org.photobridge.portal.engine.Lane;
import org.photobridge.portal.engine.Outcome;
import org.photobridge.portal.engine.OutcomeType;
import org.photobridge.portal.engine.PhotoState;
import org.photobridge.portal.engine.RunCounts;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.engine.StaleRun;
import org.photobridge.portal.engine.Step;
import org.photobridge.portal.platform.Home;
import org.photobridge.portal.platform.KeepingRepository;
import org.photobridge.portal.platform.KeyRing;
import org.photobridge.portal.platform.SecretBox;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;
import org.photobridge.spi.Account;
import org.photobridge.spi.IdentifierType;
import org.photobridge.spi.TargetSnapshot;

class StoredRunJournalTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final long SOURCE = 3;
    private static final long TARGET = 4;
    private static final Account ANNA = Account.of("anna-id", "Anna O'Hara\n<b>")
            .identifiedBy(IdentifierType.USER_PRINCIPAL_NAME, "anna@contoso.example");

    @TempDir
    Path folder;

    @BothDatabases
    void a_recorded_batch_is_found_again(TestDatabase database) {
        Fixture on = new Fixture(database, folder);
        StoredRunJournal journal = on.execution();

        journal.record(batch(ANNA, state(0), outcome(OutcomeType.UPDATED)));

        assertThat(journal.recorded(List.of("anna-id", "bob-id"))).containsExactly("anna-id");
        assertThat(journal.counts().of(OutcomeType.UPDATED)).isEqualTo(1);
        assertThat(journal.counts().of(Step.WRITE)).isEqualTo(1);
        PhotoState stored = journal.states(List.of("anna-key", "other")).get("anna-key");
        assertThat(stored.version()).isEqualTo(1);
        assertThat(stored.condition()).isEqualTo(Condition.IN_SYNC);
        assertThat(stored.source().firstSeen()).contains(NOON);
        assertThat(new OutcomeRepository(on.jdbi).find(on.runId, new OutcomeFilter("", "", "o'hara"), 0, 10))
                .extracting(OutcomeRow::displayName)
                .containsExactly("Anna O'Hara\n<b>");
    }

    @BothDatabases
    void outcomes_are_found_by_their_reason(TestDatabase database) {
        Fixture on = new Fixture(database, folder);
        on.execution().record(batch(ANNA, state(0), outcome(OutcomeType.UPDATED)));
        OutcomeRepository outcomes = new OutcomeRepository(on.jdbi);
        on.jdbi.useHandle(handle -> handle.execute("update run_outcome set reason_code = 'guest'"));

        assertThat(outcomes.count(on.runId, new OutcomeFilter("", "guest", ""))).isEqualTo(1);
        assertThat(outcomes.find(on.runId, new OutcomeFilter("UPDATED", "guest", "o'h"), 0, 10))
                .hasSize(1);
        assertThat(outcomes.after(on.runId, new OutcomeFilter("", "excluded", ""), "", 10))
                .isEmpty();
    }

    @BothDatabases
    void people_whom_a_preview_met_are_listed_and_nothing_else_is_known_of_them(TestDatabase database) {
        Fixture on = new Fixture(database, folder);

        on.execution()
                .record(new BatchRecord(
                        List.of(ANNA),
                        List.of(outcome(OutcomeType.WOULD_UPDATE)),
                        List.of(),
                        List.of(),
                        RunCounts.NONE));

        assertThat(on.count("person")).isEqualTo(1);
        assertThat(on.count("photo_state")).isZero();
    }

    @BothDatabases
    void who_was_simply_unchanged_is_recorded_without_a_row(TestDatabase database) {
        Fixture on = new Fixture(database, folder);
        StoredRunJournal journal = on.execution();

        journal.record(batch(ANNA, state(0), outcome(OutcomeType.UNCHANGED)));

        assertThat(journal.recorded(List.of("anna-id"))).containsExactly("anna-id");
        assertThat(new OutcomeRepository(on.jdbi).count(on.runId, OutcomeFilter.ALL))
                .isZero();
    }

    @BothDatabases
    void a_run_of_the_other_lane_does_not_make_this_one_forget_whom_it_found_unchanged(TestDatabase database) {
        Fixture on = new Fixture(database, folder);
        StoredRunJournal bulk = on.execution();
        bulk.record(batch(ANNA, metBy(on.runId, 0), outcome(OutcomeType.UNCHANGED)));

        StoredRunJournal other = on.onDemand();
        other.record(batch(ANNA, metBy(on.otherRun, 1), outcome(OutcomeType.UNCHANGED)));

        assertThat(bulk.recorded(List.of("anna-id", "bob-id"))).containsExactly("anna-id");
        assertThat(other.recorded(List.of("anna-id"))).containsExactly("anna-id");
        assertThat(on.count("run_outcome")).isEqualTo(1);
    }

    @BothDatabases
    void long_names_that_nobody_has_are_told_apart_by_their_ends(TestDatabase database) {
        Fixture on = new Fixture(database, folder);
        StoredRunJournal journal = on.execution();
        List<String> names = List.of("x".repeat(300) + "1", "x".repeat(300) + "2");

        journal.record(new BatchRecord(
                List.of(),
                names.stream().map(StoredRunJournalTest::unknown).toList(),
                List.of(),
                List.of(),
                RunCounts.NONE));

        assertThat(journal.recorded(names)).containsExactlyInAnyOrderElementsOf(names);
        assertThat(journal.recorded(List.of("x".repeat(300) + "3"))).isEmpty();
    }

    @BothDatabases
    void a_second_claim_on_the_same_version_is_lost_and_keeps_nothing(TestDatabase database) {
        Fixture on = new Fixture(database, folder);
        StoredRunJournal journal = on.execution();
        journal.record(batch(ANNA, state(0), outcome(OutcomeType.UNCHANGED)));

        Set<String> first = journal.intend(List.of(intent(1, "before")));
        Set<String> second = journal.intend(List.of(intent(1, "later")));

        assertThat(first).isEmpty();
        assertThat(second).containsExactly("anna-key");
        PhotoState claimed = journal.states(List.of("anna-key")).get("anna-key");
        assertThat(claimed.version()).isEqualTo(2);
        assertThat(claimed.openIntent().orElseThrow().runId()).isEqualTo(on.runId);
    }

    @BothDatabases
    void the_first_previous_picture_of_a_run_is_the_true_one(TestDatabase database) {
        Fixture on = new Fixture(database, folder);
        StoredRunJournal journal = on.execution();

        journal.intend(List.of(intent(0, "before")));
        journal.intend(List.of(intent(1, "ours already")));

        TargetSnapshot kept = journal.beforeImage("anna-id", OptionalLong.of(on.runId))
                .orElseThrow()
                .snapshot();
        assertThat(kept.values()).containsEntry("what", "before");
        assertThat(kept.files().get("L")).containsExactly(1, 2, 3);
    }

    @BothDatabases
    void the_latest_previous_picture_is_one_of_another_run(TestDatabase database) {
        Fixture on = new Fixture(database, folder);
        StoredRunJournal journal = on.execution();

        journal.intend(List.of(intent(0, "before")));

        assertThat(journal.beforeImage("anna-id", OptionalLong.empty())).isEmpty();
        on.jdbi.useHandle(handle -> handle.execute("update run set epoch = epoch + 1, id = id + 1000"));
        StoredRunJournal later = on.execution();
        assertThat(later.beforeImage("anna-id", OptionalLong.empty())).isPresent();
    }

    @BothDatabases
    void who_was_unchanged_gets_a_row_if_no_state_could_remember_it(TestDatabase database) {
        Fixture on = new Fixture(database, folder);
        StoredRunJournal journal = on.execution();
        journal.intend(List.of(intent(0, "before")));

        journal.record(batch(ANNA, state(7), outcome(OutcomeType.UNCHANGED)));

        assertThat(journal.recorded(List.of("anna-id"))).containsExactly("anna-id");
    }

    @BothDatabases
    void an_overtaken_execution_can_store_nothing(TestDatabase database) {
        Fixture on = new Fixture(database, folder);
        StoredRunJournal overtaken = on.execution();
        on.execution();

        assertThatThrownBy(() -> overtaken.record(batch(ANNA, state(0), outcome(OutcomeType.UPDATED))))
                .isInstanceOf(StaleRun.class);
        assertThatThrownBy(() -> overtaken.intend(List.of(intent(0, "before")))).isInstanceOf(StaleRun.class);
        assertThat(overtaken.states(List.of("anna-key"))).isEmpty();
    }

    @BothDatabases
    void previous_pictures_that_do_not_fit_hold_the_run_and_promise_nothing(TestDatabase database) {
        Fixture on = new Fixture(database, folder);
        StoredRunJournal journal = on.execution(on.beforeImages(0));

        assertThatThrownBy(() -> journal.intend(List.of(intent(0, "before")))).isInstanceOf(BeforeImagesFull.class);
        assertThat(journal.states(List.of("anna-key"))).isEmpty();
    }

    @BothDatabases
    void the_last_of_a_batch_that_does_not_fit_any_more_holds_all_of_it(TestDatabase database) {
        Fixture on = new Fixture(database, folder);
        StoredRunJournal journal = on.execution(on.beforeImages(1));

        assertThatThrownBy(() -> journal.intend(List.of(large("anna"), large("bob"))))
                .isInstanceOf(BeforeImagesFull.class);
        assertThat(journal.states(List.of("anna", "bob"))).isEmpty();
        assertThat(journal.intend(List.of(large("anna")))).isEmpty();
        assertThatThrownBy(() -> journal.intend(List.of(large("bob")))).isInstanceOf(BeforeImagesFull.class);
    }

    @BothDatabases
    void all_that_is_kept_is_summed_up_once_for_a_batch(TestDatabase database) {
        Fixture on = new Fixture(database, folder);
        AtomicInteger sums = new AtomicInteger();
        on.jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext statement) {
                sums.addAndGet(statement.getRawSql().contains("sum(size_bytes)") ? 1 : 0);
            }
        });

        on.execution().intend(List.of(large("anna"), large("bob"), large("citra")));

        assertThat(on.count("before_image")).isEqualTo(3);
        assertThat(sums).hasValue(1);
    }

    /** About 600 kB. */
    private static Intent large(String name) {
        byte[] picture = new byte[450_000];
        new Random(1).nextBytes(picture);
        TargetSnapshot before = TargetSnapshot.of(Map.of("L", picture), Map.of());
        return new Intent(name, name, 0, "prepared", Optional.of(before));
    }

    @BothDatabases
    void a_state_that_moved_on_meanwhile_is_left_as_it_is(TestDatabase database) {
        Fixture on = new Fixture(database, folder);
        StoredRunJournal journal = on.execution();
        journal.record(batch(ANNA, state(0), outcome(OutcomeType.UNCHANGED)));

        journal.record(batch(ANNA.with(Account.Attribute.DEPARTMENT, "Sales"), state(7), outcome(OutcomeType.SKIPPED)));

        assertThat(journal.states(List.of("anna-key")).get("anna-key").version())
                .isEqualTo(1);
    }

    private static BatchRecord batch(Account person, PhotoState state, Outcome outcome) {
        RunCounts counts = new RunCounts(Map.of(outcome.type(), 1L), Map.of(Step.WRITE, 1L), 0);
        return new BatchRecord(List.of(person), List.of(outcome), List.of(state), List.of(), counts);
    }

    private static Outcome unknown(String name) {
        return new Outcome(
                name,
                "",
                OutcomeType.FAILED,
                Optional.of("unknown-account"),
                Optional.empty(),
                "",
                Condition.UNKNOWN,
                false,
                NOON);
    }

    private static PhotoState state(long version) {
        return metBy(1, version);
    }

    private static PhotoState metBy(long run, long version) {
        PhotoState unknown = PhotoState.unknown("anna-key", "anna-id", 1);
        return new PhotoState(
                unknown.targetKey(),
                unknown.accountId(),
                1,
                version,
                Condition.IN_SYNC,
                Optional.empty(),
                true,
                new PhotoState.SourceMemory(
                        Optional.of("etag"), Optional.of("ab"), Optional.of("recipe"), Optional.of(NOON)),
                PhotoState.TargetMemory.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                run);
    }

    private static Outcome outcome(OutcomeType type) {
        return new Outcome(
                "anna-id", "anna-key", type, Optional.empty(), Optional.empty(), "", Condition.IN_SYNC, false, NOON);
    }

    private static Intent intent(long version, String what) {
        TargetSnapshot before = TargetSnapshot.of(Map.of("L", new byte[] {1, 2, 3}), Map.of("what", what));
        return new Intent("anna-id", "anna-key", version, "prepared", Optional.of(before));
    }

    /** A database with one queued run, which each execution picks anew. */
    private static final class Fixture {
        private final SecretBox box;
        private final Jdbi jdbi;
        private final RunLifecycleRepository lifecycle;
        private final long runId;
        private long otherRun;

        private long count(String table) {
            return jdbi.withHandle(handle -> handle.createQuery("select count(*) from " + table)
                    .mapTo(Long.class)
                    .one());
        }

        Fixture(TestDatabase database, Path folder) {
            box = new SecretBox(KeyRing.of(
                    Optional.empty(), Home.open(folder.resolve("home").toString())));
            jdbi = Jdbi.create(database.dataSource());
            lifecycle = new RunLifecycleRepository(jdbi, CLOCK);
            runId = new RequestRepository(jdbi)
                    .insert(
                            Asking.of(1, RunKind.SYNC, Scope.all()),
                            new RequestRepository.Origin("All", TriggerKind.PERSON, "admin", Lane.BULK, NOON));
        }

        BeforeImageRepository beforeImages(long megabytes) {
            return new BeforeImageRepository(
                    jdbi,
                    box,
                    CLOCK,
                    new KeepingRepository(
                            jdbi, CLOCK, name -> Optional.of(name.endsWith("days") ? 30 : (int) megabytes)));
        }

        StoredRunJournal execution() {
            return execution(beforeImages(10));
        }

        StoredRunJournal onDemand() {
            otherRun = new RequestRepository(jdbi)
                    .insert(
                            Asking.of(1, RunKind.SYNC, Scope.account("anna-id", "Anna")),
                            new RequestRepository.Origin("All", TriggerKind.PERSON, "admin", Lane.ON_DEMAND, NOON));
            return execution(beforeImages(10), Lane.ON_DEMAND);
        }

        StoredRunJournal execution(BeforeImageRepository beforeImages) {
            return execution(beforeImages, Lane.BULK);
        }

        StoredRunJournal execution(BeforeImageRepository beforeImages, Lane lane) {
            RunRow run = lifecycle.pick(1, lane).orElseThrow();
            return new StoredRunJournal(
                    jdbi,
                    new StoredRunJournal.Execution(run.id(), run.epoch(), SOURCE, TARGET),
                    beforeImages,
                    ids -> Set.of(),
                    CLOCK);
        }
    }
}
