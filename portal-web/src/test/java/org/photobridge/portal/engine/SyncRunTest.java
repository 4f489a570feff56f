package org.photobridge.portal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.engine.image.PictureRefused;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.ProviderException;
import org.photobridge.spi.VerifyResult;
import org.photobridge.testkit.FakeProvider;
import org.photobridge.testkit.Portraits;

class SyncRunTest {

    private static final byte[] CORRUPT = "this is no picture at all".getBytes(StandardCharsets.UTF_8);

    @Test
    void everybody_gets_their_own_picture_in_every_rendition() throws PictureRefused {
        List<String> everybody = List.of("anna", "bert", "cleo");
        EngineHarness plan = EngineHarness.of("anna", "bert", "cleo");

        RunSummary summary = plan.sync();

        assertThat(summary.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(summary.listed()).isEqualTo(OptionalLong.of(3));
        assertThat(summary.counts().of(OutcomeType.UPDATED)).isEqualTo(3);
        for (String name : everybody) {
            assertThat(plan.target.picturesOf(name)).containsOnlyKeys("L", "M", "S");
            for (byte[] picture : plan.target.picturesOf(name).values()) {
                Faces.assertIsOf(name, everybody, picture);
            }
        }
        assertThat(plan.state("anna").condition()).isEqualTo(Condition.IN_SYNC);
        assertThat(plan.state("anna").openIntent()).isEmpty();
    }

    @Test
    void a_second_run_over_unchanged_people_downloads_nothing_and_leaves_the_target_alone() {
        EngineHarness plan = EngineHarness.of("anna", "corrupt", "refused", "stranger");
        plan.source.give("corrupt", CORRUPT);
        plan.target.refuse("refused", "no-such-profile");
        plan.source.take("stranger");
        plan.sync();
        int downloads = plan.source.downloads();
        int calls = plan.targetCalls();

        RunSummary summary = plan.sync();

        assertThat(plan.source.downloads()).isEqualTo(downloads);
        assertThat(plan.targetCalls()).isEqualTo(calls);
        assertThat(summary.counts().of(OutcomeType.UNCHANGED)).isEqualTo(1);
        assertThat(plan.outcome("corrupt").type()).isEqualTo(OutcomeType.FAILED);
        assertThat(plan.outcome("corrupt").reason()).contains("picture-unknown-format");
        assertThat(plan.outcome("refused").reason()).contains("no-such-profile");
        assertThat(plan.outcome("stranger").reason()).contains(FakeProvider.NO_PHOTO);
    }

    @Test
    void a_picture_that_the_target_pulled_by_itself_and_that_looks_alike_is_in_sync() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.source.give("anna", Portraits.jpeg("anna", 648));
        plan.target.hold("anna", Portraits.jpeg("anna", 200));

        plan.sync();

        assertThat(plan.target.written()).isEmpty();
        assertThat(plan.state("anna").condition()).isEqualTo(Condition.IN_SYNC);
    }

    @Test
    void a_markedly_smaller_copy_is_replaced_by_the_better_one() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.source.give("anna", Portraits.jpeg("anna", 648));
        plan.target.hold("anna", Portraits.jpeg("anna", 96));

        plan.sync();

        assertThat(plan.target.written()).containsExactly("anna");
        assertThat(plan.outcome("anna").reason()).contains("target-was-smaller");
    }

    @Test
    void an_outcome_tells_that_a_picture_was_added_where_there_was_none() {
        EngineHarness plan = EngineHarness.of("anna", "bert");
        plan.source.give("anna", Portraits.jpeg("anna", 648));
        plan.source.give("bert", Portraits.jpeg("bert", 648));
        plan.target.hold("bert", Portraits.jpeg("somebody else", 648));

        plan.sync();

        assertThat(plan.outcome("anna").type()).isEqualTo(OutcomeType.UPDATED);
        assertThat(plan.outcome("anna").reason()).contains("nothing-there");
        assertThat(plan.outcome("bert").reason()).isEmpty();
        assertThat(plan.state("anna").reason()).isEmpty();
    }

    @Test
    void a_better_copy_in_the_target_is_kept() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.source.give("anna", Portraits.jpeg("anna", 96));
        plan.target.hold("anna", Portraits.jpeg("anna", 648));

        plan.sync();

        assertThat(plan.target.written()).isEmpty();
        assertThat(plan.state("anna").condition()).isEqualTo(Condition.KEPT);
        assertThat(plan.outcome("anna").reason()).contains("target-is-better");
    }

    @Test
    void what_we_enlarged_ourselves_is_not_taken_for_a_better_copy() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.source.give("anna", Portraits.jpeg("anna", 96));
        plan.sync();
        assertThat(plan.outcome("anna").reason()).contains("picture-enlarged");

        plan.sync("anna");

        assertThat(plan.state("anna").condition()).isEqualTo(Condition.IN_SYNC);
    }

    @Test
    void a_changed_photo_replaces_ours() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.sync();
        plan.source.give("anna", Portraits.jpeg("anna, older"));

        plan.sync();

        assertThat(plan.target.written()).containsExactly("anna", "anna");
        assertThat(plan.outcome("anna").guarded()).isFalse();
    }

    @Test
    void a_refused_write_is_tried_again_when_the_person_is_named() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.target
                .writing("anna")
                .throwOnce(ProviderException.of(ErrorCategory.REJECTED, "fake-refused", "400 Bad Request"));
        plan.sync();
        assertThat(plan.outcome("anna").reason()).contains("fake-refused");
        int calls = plan.targetCalls();
        plan.sync();
        assertThat(plan.targetCalls()).isEqualTo(calls);

        plan.sync("anna");

        assertThat(plan.outcome("anna").type()).isEqualTo(OutcomeType.UPDATED);
    }

    @Test
    void somebody_elses_picture_is_left_where_the_rule_says_so_and_not_asked_for_again() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.rules(rules -> rules.with(NotOurs.KEEP));
        plan.target.hold("anna", Portraits.jpeg("another"));
        plan.sync();
        int calls = plan.targetCalls();

        plan.sync();

        assertThat(plan.target.written()).isEmpty();
        assertThat(plan.targetCalls()).isEqualTo(calls);
        assertThat(plan.state("anna").condition()).isEqualTo(Condition.CHANGED_IN_TARGET);
        assertThat(plan.outcome("anna").reason()).contains("changed-in-target");
    }

    @Test
    void changing_the_rule_takes_effect_though_no_picture_changed() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.rules(rules -> rules.with(NotOurs.KEEP));
        plan.target.hold("anna", Portraits.jpeg("another"));
        plan.sync();
        plan.rules(rules -> rules.with(NotOurs.OVERWRITE));

        plan.sync();

        assertThat(plan.target.written()).containsExactly("anna");
        assertThat(plan.outcome("anna").guarded()).isTrue();
    }

    @Test
    void naming_a_person_looks_at_the_target_however_fresh_our_memory_is() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.sync();
        plan.target.hold("anna", Portraits.jpeg("another"));

        plan.sync("anna@contoso.example");

        assertThat(plan.target.written()).containsExactly("anna", "anna");
    }

    @Test
    void the_target_is_looked_at_again_after_the_stated_time_without_a_download() {
        EngineHarness plan = EngineHarness.of("anna", "bert");
        plan.sync();
        plan.target.hold("bert", Portraits.jpeg("another"));
        plan.pass(Duration.ofDays(14));
        int downloads = plan.source.downloads();

        plan.sync();

        assertThat(plan.target.written()).containsExactly("anna", "bert", "bert");
        assertThat(plan.source.downloads()).isEqualTo(downloads + 1);
        assertThat(plan.storage.state("anna").target().lastLooked()).contains(plan.clock.instant());
    }

    @Test
    void whom_the_target_has_no_place_for_is_looked_at_again_every_day() {
        EngineHarness plan = EngineHarness.of("newcomer");
        plan.target.refuse("newcomer", "no-profile");
        plan.sync();
        int calls = plan.targetCalls();

        plan.pass(Duration.ofHours(11));
        plan.sync();
        assertThat(plan.targetCalls()).isEqualTo(calls);
        plan.pass(Duration.ofHours(13));
        plan.sync();

        assertThat(plan.targetCalls()).isGreaterThan(calls);
        assertThat(plan.outcome("newcomer").reason()).contains("no-profile");
    }

    @Test
    void looks_are_spread_over_days() {
        EngineHarness plan = EngineHarness.of(EngineHarness.crowd(40));
        plan.sync();
        plan.pass(Duration.ofDays(10));
        int before = plan.target.looking().calls();
        RunCounts counts = plan.sync().counts();

        assertThat(plan.target.looking().calls()).isGreaterThan(before);
        assertThat(counts.of(Step.LOOK)).isBetween(5L, 35L);
    }

    @Test
    void a_service_that_encodes_its_photos_anew_causes_no_call_to_the_target() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.source.give("anna", Portraits.jpeg("anna", 300));
        plan.sync();
        int calls = plan.targetCalls();
        plan.source.give("anna", Portraits.png("anna", 300));

        plan.sync();

        assertThat(plan.targetCalls()).isEqualTo(calls);
        assertThat(plan.outcome("anna").type()).isEqualTo(OutcomeType.UNCHANGED);
    }

    @Test
    void an_absence_is_believed_when_seen_again_a_day_later_and_the_picture_stays() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.sync();
        plan.source.take("anna");
        plan.sync();
        assertThat(plan.outcome("anna").reason()).contains("absent-once");
        plan.pass(Duration.ofHours(23));
        plan.sync();
        assertThat(plan.outcome("anna").reason()).contains("absent-once");
        plan.pass(Duration.ofHours(1));

        plan.sync();

        assertThat(plan.outcome("anna").reason()).contains("removed-in-source");
        assertThat(plan.state("anna").condition()).isEqualTo(Condition.REMOVED_IN_SOURCE);
        assertThat(plan.target.pictureOf("anna")).isPresent();
    }

    @Test
    void a_removal_follows_where_the_rule_says_so_and_only_once() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.rules(rules -> rules.with(OnRemoval.REMOVE));
        plan.sync();
        plan.source.take("anna");
        plan.sync();
        plan.pass(Duration.ofHours(24));

        plan.sync();

        assertThat(plan.outcome("anna").type()).isEqualTo(OutcomeType.REMOVED);
        assertThat(plan.outcome("anna").guarded()).isTrue();
        assertThat(plan.target.pictureOf("anna")).isEmpty();
        int calls = plan.targetCalls();
        plan.sync();
        assertThat(plan.targetCalls()).isEqualTo(calls);
    }

    @Test
    void checks_and_previews_count_no_absence() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.sync();
        plan.source.take("anna");
        plan.check();
        plan.preview();
        plan.pass(Duration.ofDays(2));

        plan.sync();

        assertThat(plan.outcome("anna").reason()).contains("absent-once");
    }

    @Test
    void a_check_writes_nothing_and_stores_conditions() {
        EngineHarness plan = EngineHarness.of("anna", "bert", "cleo");
        plan.target.hold("anna", Portraits.jpeg("anna"));
        plan.target.hold("bert", Portraits.jpeg("another"));

        RunSummary summary = plan.check();

        assertThat(plan.target.writing().calls()).isZero();
        assertThat(plan.state("anna").condition()).isEqualTo(Condition.IN_SYNC);
        assertThat(plan.state("bert").condition()).isEqualTo(Condition.OUT_OF_DATE);
        assertThat(plan.state("cleo").condition()).isEqualTo(Condition.MISSING_IN_TARGET);
        assertThat(summary.counts().of(OutcomeType.WOULD_UPDATE)).isEqualTo(2);
        plan.sync();
        assertThat(plan.target.written()).containsExactly("bert", "cleo");
    }

    @Test
    void a_previews_counts_equal_those_of_the_run_that_follows() {
        EngineHarness plan = EngineHarness.of("anna", "bert", "cleo", "corrupt", "gone", "huge");
        plan.source.give("corrupt", CORRUPT);
        plan.source.take("gone");
        plan.target.hold("anna", Portraits.jpeg("anna"));
        plan.target.hold("bert", Portraits.jpeg("another"));
        plan.target.refuse("huge", "no-such-profile");

        RunCounts preview = plan.preview().counts();
        assertThat(plan.target.writing().calls()).isZero();
        RunCounts sync = plan.sync().counts();

        assertThat(sync.of(OutcomeType.UPDATED))
                .isEqualTo(preview.of(OutcomeType.WOULD_UPDATE))
                .isEqualTo(2);
        for (OutcomeType type : List.of(OutcomeType.UNCHANGED, OutcomeType.SKIPPED, OutcomeType.FAILED)) {
            assertThat(sync.of(type)).as(type.name()).isEqualTo(preview.of(type));
        }
        assertThat(sync.guarded()).isEqualTo(preview.guarded()).isEqualTo(1);
    }

    @Test
    void what_is_not_served_yet_is_said_and_looked_at_again() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.target.serve("anna", VerifyResult.notYet(Duration.ofHours(1)));
        plan.sync();
        assertThat(plan.state("anna").condition()).isEqualTo(Condition.WRITTEN_NOT_SERVED);
        assertThat(plan.outcome("anna").reason()).contains("not-served-yet");

        plan.sync();

        assertThat(plan.target.written()).containsExactly("anna");
        assertThat(plan.state("anna").condition()).isEqualTo(Condition.IN_SYNC);
    }

    @Test
    void previews_of_both_pictures_are_kept() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.target.hold("anna", Portraits.jpeg("another"));

        plan.sync();

        assertThat(plan.previews).startsWith("anna SOURCE", "anna TARGET");
    }
}
