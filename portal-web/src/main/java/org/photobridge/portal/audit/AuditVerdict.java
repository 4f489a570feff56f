package org.photobridge.portal.audit;

/**
 * What a verification found.
 *
 * @param entries how many entries were looked at
 * @param first the number of the first entry that can be looked at: older ones were removed for their age
 * @param last the number of the last entry that there should be
 * @param lastLink the last link, to write down: nothing inside a database proves that all of it wasn't put back
 * @param firstBad the number of the first entry that is wrong or missing; 0 if none is, or if the end itself is wrong
 */
public record AuditVerdict(Finding finding, long entries, long first, long last, String lastLink, long firstBad) {

    /** What can be wrong. */
    public enum Finding {
        SOUND,
        /** An entry isn't what was stored. */
        ALTERED,
        /** An entry was taken out. */
        MISSING,
        /** The newest entries were taken out. */
        LAST_MISSING,
        /** There is an entry that was never appended. */
        INSERTED,
        /** The row that says where the chain ends was changed. */
        END_ALTERED,
        /** An entry was sealed with a key that this portal doesn't have. */
        KEY_MISSING
    }

    public boolean isSound() {
        return finding == Finding.SOUND;
    }
}
