package org.photobridge.portal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.photobridge.portal.engine.PhotoState.Absences;
import org.photobridge.portal.engine.PhotoState.KeepMark;
import org.photobridge.portal.engine.PhotoState.OpenIntent;
import org.photobridge.portal.engine.PhotoState.SourceMemory;
import org.photobridge.portal.engine.PhotoState.TargetMemory;
import org.photobridge.portal.engine.PhotoState.UndoMark;
import org.photobridge.portal.engine.image.Look;
import org.photobridge.portal.engine.image.PictureReader;
import org.photobridge.portal.engine.image.PictureRefused;
import org.photobridge.testkit.Portraits;

/** The decision table, row by row. */
class DecisionsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final int LARGEST = 200;
    private static final String HASH = "hash of the source's picture";

    /**
     * past: what we know of the target's picture ("ours": unchanged since our write; "changed": by someone else since our
     * write). target: what is there now; "smaller" and "better" look alike.
     */
    @ParameterizedTest(name = "{0}, {1}, rule {2}, replace {3}")
    @CsvSource({
        "never    , nothing    , OVERWRITE , false, WRITE MISSING_IN_TARGET",
        "ours     , nothing    , KEEP      , false, WRITE MISSING_IN_TARGET",
        "never    , impossible , OVERWRITE , true , LEAVE NOT_ELIGIBLE no-profile",
        "never    , alike      , OVERWRITE , false, LEAVE IN_SYNC",
        "ours     , alike      , KEEP      , false, LEAVE IN_SYNC",
        "changed  , alike      , ASK       , false, LEAVE IN_SYNC",
        "never    , smaller    , KEEP      , false, WRITE OUT_OF_DATE target-was-smaller",
        "ours     , different  , KEEP      , false, WRITE OUT_OF_DATE",
        "never    , different  , OVERWRITE , false, WRITE OUT_OF_DATE guarded",
        "changed  , different  , OVERWRITE , false, WRITE CHANGED_IN_TARGET guarded",
        "never    , different  , KEEP      , false, LEAVE CHANGED_IN_TARGET changed-in-target",
        "changed  , different  , ASK       , false, LEAVE CHANGED_IN_TARGET changed-in-target-ask",
        "never    , unreadable , KEEP      , false, LEAVE CHANGED_IN_TARGET changed-in-target",
        "never    , different  , KEEP      , true , WRITE OUT_OF_DATE replaced-all-the-same",
        "never    , alike      , KEEP      , true , WRITE OUT_OF_DATE replaced-all-the-same",
        "undone   , different  , OVERWRITE , false, LEAVE OUT_OF_DATE undone",
        "undone   , nothing    , OVERWRITE , false, LEAVE MISSING_IN_TARGET undone",
        "undone   , different  , OVERWRITE , true , WRITE OUT_OF_DATE replaced-all-the-same",
        "kept     , different  , ASK       , false, LEAVE CHANGED_IN_TARGET kept-by-person",
        "kept     , different  , KEEP      , false, LEAVE CHANGED_IN_TARGET kept-by-person",
        "kept     , different  , OVERWRITE , false, LEAVE CHANGED_IN_TARGET kept-by-person",
        "kept     , different  , ASK       , true , WRITE OUT_OF_DATE replaced-all-the-same",
        "kept     , nothing    , ASK       , false, WRITE MISSING_IN_TARGET",
        "kept     , alike      , ASK       , false, LEAVE IN_SYNC",
        "kept against another source , different , ASK , false, LEAVE CHANGED_IN_TARGET changed-in-target-ask",
        "kept another target         , different , ASK , false, LEAVE CHANGED_IN_TARGET changed-in-target-ask",
        "changed source since undo, different  , OVERWRITE , false, WRITE OUT_OF_DATE guarded",
        "open     , different  , KEEP      , false, WRITE OUT_OF_DATE",
        "open     , alike      , KEEP      , false, WRITE OUT_OF_DATE"
    })
    void a_photo(String past, String there, NotOurs rule, boolean replace, String expected) throws PictureRefused {
        Decisions decisions = new Decisions(Rules.defaults().with(rule), LARGEST, replace);

        Decision decision = decisions.onPhoto(HASH, look("anna", 648), state(past), target(there));

        assertThat(said(decision)).isEqualTo(expected);
    }

    private static String said(Decision decision) {
        return decision.act()
                + " "
                + decision.condition()
                + decision.reason().map(reason -> " " + reason).orElse("")
                + (decision.guarded() ? " guarded" : "");
    }

    @ParameterizedTest
    @CsvSource({"never, true, LEAVE, KEPT", "never, false, LEAVE, IN_SYNC", "ours, true, LEAVE, IN_SYNC"})
    void a_smaller_copy_of_a_picture_that_looks_alike(
            String past, boolean keepBetter, Decision.Act act, Condition condition) throws PictureRefused {
        Decisions decisions = new Decisions(Rules.defaults().keepingBetter(keepBetter), LARGEST, false);

        Decision decision = decisions.onPhoto(HASH, look("anna", 64), state(past), target("alike"));

        assertThat(decision.act()).isEqualTo(act);
        assertThat(decision.condition()).isEqualTo(condition);
    }

    @ParameterizedTest
    @CsvSource({
        "false, 0,   NO_SOURCE_PHOTO,   service-says-none",
        "false, 48,  NO_SOURCE_PHOTO,   service-says-none",
        "true,  -1,  NO_SOURCE_PHOTO,   absent-once",
        "true,  23,  NO_SOURCE_PHOTO,   absent-once",
        "true,  24,  REMOVED_IN_SOURCE, removed-in-source",
    })
    void an_absence(boolean hadOne, int hoursSinceFirstSeen, Condition condition, String reason) {
        PhotoState state = States.of(state("never"))
                .source(hadOne ? source() : SourceMemory.NONE)
                .absences(
                        hoursSinceFirstSeen < 0
                                ? Optional.empty()
                                : Optional.of(new Absences(
                                        1, NOW.minus(Duration.ofHours(hoursSinceFirstSeen)), "service-says-none")))
                .build();

        Decision decision = new Decisions(Rules.defaults(), LARGEST, false).onAbsence("service-says-none", state, NOW);

        assertThat(decision.act()).isEqualTo(Decision.Act.LEAVE);
        assertThat(decision.condition()).isEqualTo(condition);
        assertThat(decision.reason()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "ours,    different, KEEP,      REMOVE",
        "changed, different, KEEP,      LEAVE",
        "changed, different, OVERWRITE, REMOVE",
        "ours,    nothing,   OVERWRITE, LEAVE",
    })
    void a_removal(String past, String there, NotOurs rule, Decision.Act act) throws PictureRefused {
        Decisions decisions = new Decisions(Rules.defaults().with(rule).with(OnRemoval.REMOVE), LARGEST, false);

        Decision decision = decisions.onRemoval(state(past), target(there));

        assertThat(decision.act()).isEqualTo(act);
        assertThat(decision.guarded()).isEqualTo(act == Decision.Act.REMOVE);
    }

    @Test
    void leaving_is_the_rule_for_removals_unless_the_plan_says_otherwise() {
        Decision believed = Decision.skip(Condition.REMOVED_IN_SOURCE, Reason.REMOVED_IN_SOURCE);

        assertThat(new Decisions(Rules.defaults(), LARGEST, false).removes(believed))
                .isFalse();
    }

    private static SourceMemory source() {
        return new SourceMemory(Optional.of("etag"), Optional.of(HASH), Optional.of("recipe"), Optional.of(NOW));
    }

    private static PhotoState state(String past) {
        States states = States.of(PhotoState.unknown("anna@contoso.example", "anna", 1));
        return switch (past) {
            case "ours" -> states.target(written("print")).build();
            case "changed" -> states.target(written("print of ours")).build();
            case "undone" -> states.undone(Optional.of(new UndoMark(HASH, NOW))).build();
            case "changed source since undo" ->
                states.undone(Optional.of(new UndoMark("another", NOW))).build();
            case "kept" -> states.kept(kept(HASH, "print")).build();
            case "kept against another source" ->
                states.kept(kept("another", "print")).build();
            case "kept another target" -> states.kept(kept(HASH, "another")).build();
            case "open" ->
                states.openIntent(Optional.of(new OpenIntent(3, "prepared"))).build();
            default -> states.build();
        };
    }

    private static Optional<KeepMark> kept(String sourceHash, String targetFingerprint) {
        return Optional.of(new KeepMark(sourceHash, targetFingerprint, NOW, "hana"));
    }

    private static TargetMemory written(String print) {
        return new TargetMemory(
                Optional.of(print),
                Optional.of(print),
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOW),
                Optional.of(NOW));
    }

    private static TargetView target(String there) throws PictureRefused {
        return switch (there) {
            case "nothing" -> TargetView.NOTHING;
            case "impossible" -> TargetView.impossible("no-profile");
            case "unreadable" -> TargetView.picture("print", Optional.empty());
            case "alike" -> TargetView.picture("print", Optional.of(look("anna", 200)));
            case "smaller" -> TargetView.picture("print", Optional.of(look("anna", 96)));
            default -> TargetView.picture("print", Optional.of(look("another", 200)));
        };
    }

    private static Look look(String name, int pixels) throws PictureRefused {
        return new PictureReader(LARGEST).read(Portraits.png(name, pixels)).look();
    }
}
