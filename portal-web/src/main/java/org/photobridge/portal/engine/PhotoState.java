package org.photobridge.portal.engine;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.photobridge.portal.engine.image.Look;

/**
 * What is known of one person's picture in one target. Unique by target connection and target key; owned by one plan.
 *
 * @param targetKey the key under which the target knows the person
 * @param accountId the source's stable id of the person
 * @param ownerPlan the plan that owns the state
 * @param version 0 for a state that isn't stored yet; each {@linkplain RunJournal#intend claim} and each record raises it
 *     by one
 * @param reason why the condition is so: a {@link Reason}'s code or a provider's
 * @param settled whether the same source fingerprint and recipe lead to the same outcome without asking the target again
 * @param undone set while an undo by a person holds
 * @param kept set while the decision of a person to keep the target's picture holds
 * @param openIntent the promise of a write that was never recorded; then a difference in the target is ours
 * @param lastRun the last run that recorded this person, whatever its kind; 0 for none
 */
public record PhotoState(
        String targetKey,
        String accountId,
        long ownerPlan,
        long version,
        Condition condition,
        Optional<String> reason,
        boolean settled,
        SourceMemory source,
        TargetMemory target,
        Optional<Absences> absences,
        Optional<UndoMark> undone,
        Optional<KeepMark> kept,
        Optional<OpenIntent> openIntent,
        long lastRun) {

    public PhotoState {
        Objects.requireNonNull(targetKey, "targetKey");
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(absences, "absences");
        Objects.requireNonNull(undone, "undone");
        Objects.requireNonNull(kept, "kept");
        Objects.requireNonNull(openIntent, "openIntent");
    }

    /**
     * The source's picture as last read.
     *
     * @param fingerprint as the source gave it
     * @param contentHash SHA-256 of the bytes, in hex; present exactly if the person ever had a picture there
     * @param recipe hash of the renditions and image rules that the outcome was decided with
     * @param firstSeen when Photobridge first saw this very picture
     */
    public record SourceMemory(
            Optional<String> fingerprint,
            Optional<String> contentHash,
            Optional<String> recipe,
            Optional<Instant> firstSeen) {

        public static final SourceMemory NONE =
                new SourceMemory(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The target's picture as last looked at or written.
     *
     * @param fingerprint as the target gave it; empty if there was no picture
     * @param writtenFingerprint the fingerprint after our last write; as long as the target still says it, the picture is
     *     ours. While an undo holds, of what that put back, which isn't ours
     * @param preparedHash SHA-256 over the renditions of our last write, in hex
     * @param look how the picture with this fingerprint looks
     * @param lastWritten when we last wrote, removed or restored
     * @param lastLooked when we last looked or wrote
     */
    public record TargetMemory(
            Optional<String> fingerprint,
            Optional<String> writtenFingerprint,
            Optional<String> preparedHash,
            Optional<Look> look,
            Optional<Instant> lastWritten,
            Optional<Instant> lastLooked) {

        public static final TargetMemory NONE = new TargetMemory(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        TargetMemory writtenByOthers() {
            return new TargetMemory(fingerprint, Optional.empty(), preparedHash, look, lastWritten, lastLooked);
        }
    }

    /**
     * Absences of the source's photo that synchronising runs have seen in a row.
     *
     * @param seen one or more
     * @param firstAt when the first was seen
     * @param code the source's code
     */
    public record Absences(int seen, Instant firstAt, String code) {}

    /**
     * An undo that holds until the source's picture changes or somebody releases it.
     *
     * @param sourceHash the content hash of the source's picture at the undo; empty text if there was none
     */
    public record UndoMark(String sourceHash, Instant at) {}

    /**
     * A decision to keep the target's picture, which holds until either picture changes.
     *
     * @param sourceHash the content hash of the source's picture
     * @param targetFingerprint of the picture that stays
     * @param by who decided
     */
    public record KeepMark(String sourceHash, String targetFingerprint, Instant at, String by) {

        /** Whether it was about these very pictures. */
        public boolean isAbout(Optional<String> contentHash, Optional<String> fingerprint) {
            return contentHash.filter(sourceHash::equals).isPresent()
                    && fingerprint.filter(targetFingerprint::equals).isPresent();
        }
    }

    /**
     * A write that was promised and never recorded.
     *
     * @param runId whose promise it was
     * @param preparedHash what was to be written; empty text for a removal or a restore
     */
    public record OpenIntent(long runId, String preparedHash) {}

    /** A state of which nothing is known, not stored yet. */
    public static PhotoState unknown(String targetKey, String accountId, long ownerPlan) {
        return new PhotoState(
                targetKey,
                accountId,
                ownerPlan,
                0,
                Condition.UNKNOWN,
                Optional.empty(),
                false,
                SourceMemory.NONE,
                TargetMemory.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }
}
