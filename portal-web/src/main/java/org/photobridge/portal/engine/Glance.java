package org.photobridge.portal.engine;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.photobridge.portal.engine.image.Look;
import org.photobridge.portal.engine.image.PictureRefused;
import org.photobridge.portal.engine.image.Portrait;
import org.photobridge.portal.engine.image.Sha256;
import org.photobridge.spi.Account;
import org.photobridge.spi.PhotoResult;
import org.photobridge.spi.SourcePhoto;
import org.photobridge.spi.TargetState;

/** What a run would find out about one person, from answers that somebody else has just read: does and stores nothing. */
public final class Glance {

    private static final long NO_RUN = -1;

    private final RunSpec spec;
    private final Decisions decisions;
    private final Instant now;

    /**
     * A glance by a plan's rules.
     *
     * @param largest the side of the largest picture that the target wants
     */
    public Glance(long planId, Rules rules, int largest, Instant now) {
        this.spec = RunSpec.of(NO_RUN, planId, RunKind.CHECK, RunScope.everybody(), rules);
        this.decisions = new Decisions(rules, largest, false);
        this.now = Objects.requireNonNull(now, "now");
    }

    /** The two pictures of one person that somebody sees side by side, and the key by which the target knows the person. */
    public record Both(String targetKey, String sourceHash, String targetFingerprint) {}

    /** What was found: the condition as a check would store it, and why. */
    public record Found(Condition condition, Optional<String> reason) {}

    /**
     * What was read of one person.
     *
     * @param portrait the source's picture, if there is one that can be used
     * @param refused why the source's picture can't be used
     * @param targetLook how the target's picture looks; empty if there is none or it can't be opened
     */
    public record Sight(
            PhotoResult photo,
            Optional<Portrait> portrait,
            Optional<PictureRefused> refused,
            TargetState target,
            Optional<Look> targetLook) {}

    /** Looks at one person; {@code state} is what is stored of them. */
    public Found at(Account account, PhotoState state, boolean isProtected, Sight sight) {
        Case one = new Case(account, state.targetKey(), state);
        one.found = Optional.of(sight.target());
        one.targetLook = sight.targetLook();
        new Scoping(spec).apply(List.of(one), isProtected ? Set.of(account.id()) : Set.of());
        Decision decision = one.decision.orElseGet(() -> decision(one, sight));
        return new Found(decision.condition(), decision.reason());
    }

    /** The two pictures; empty if one of them isn't there, or couldn't be read. */
    public static Optional<Both> both(PhotoState state, Sight sight) {
        boolean there = sight.photo() instanceof PhotoResult.Found && sight.target() instanceof TargetState.Present;
        if (!there) {
            return Optional.empty();
        }
        String source = hash(((PhotoResult.Found) sight.photo()).photo());
        return Optional.of(new Both(state.targetKey(), source, ((TargetState.Present) sight.target()).fingerprint()));
    }

    private Decision decision(Case one, Sight sight) {
        return sight.photo()
                .match(new PhotoResult.Cases<>(
                        found -> onPhoto(one, sight, found.photo()),
                        same -> Decision.fail(Border.defect("Not modified, though the photo was wanted in any case")),
                        absent -> decisions.onAbsence(absent.code(), one.state, now),
                        failed -> Decision.fail(failed.failure()),
                        untried -> noAnswer()));
    }

    private Decision onPhoto(Case one, Sight sight, SourcePhoto photo) {
        if (sight.portrait().isEmpty()) {
            return sight.refused()
                    .map(refused -> Decision.fail(Failures.of(refused)))
                    .orElseGet(Glance::noAnswer);
        }
        Look look = sight.portrait().get().look();
        return sight.target()
                .match(new TargetState.Cases<>(
                        present -> decisions.onPhoto(hash(photo), look, one.state, one.view()),
                        empty -> decisions.onPhoto(hash(photo), look, one.state, one.view()),
                        impossible -> decisions.onPhoto(hash(photo), look, one.state, one.view()),
                        failed -> Decision.fail(failed.failure()),
                        untried -> noAnswer()));
    }

    private static Decision noAnswer() {
        return Decision.fail(Failures.passing(Reason.SOURCE_MISSING_ANSWER, "No answer for this person"));
    }

    private static String hash(SourcePhoto photo) {
        return Sha256.of(photo.bytes());
    }
}
