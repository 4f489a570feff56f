package org.photobridge.portal.engine;

/**
 * How much a bulk run may do before somebody approves it.
 *
 * @param percent how many per cent of the last complete listing may be removed or overwritten though not ours; 20 people
 *     always may, and 100 is for no such guard
 * @param fewestPeople the run stops if the source lists fewer people than this; 0 for no such guard
 */
public record Guards(int percent, long fewestPeople) {

    private static final long ALWAYS_ALLOWED = 20;

    public Guards {
        if (percent < 0 || percent > 100 || fewestPeople < 0) {
            throw new IllegalArgumentException("Guards are 0 to 100 per cent and 0 or more people");
        }
    }

    /** The most removals and overwrites of pictures not ours that need no approval. */
    public long mostUnapproved(long lastListing) {
        return percent == 100 ? Long.MAX_VALUE : Math.max(ALWAYS_ALLOWED, lastListing * percent / 100);
    }
}
