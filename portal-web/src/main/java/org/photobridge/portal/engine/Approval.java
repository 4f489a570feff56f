package org.photobridge.portal.engine;

/**
 * What a person has approved for a run that stopped, or by asking for it after its preview.
 *
 * @param fewerPeople that the source lists fewer people than the plan expects
 * @param manyChanges more removals and overwrites of pictures not ours than the plan allows unasked
 */
public record Approval(boolean fewerPeople, boolean manyChanges) {

    public static final Approval NONE = new Approval(false, false);
    public static final Approval ALL = new Approval(true, true);
}
