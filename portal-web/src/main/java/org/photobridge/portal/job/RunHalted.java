package org.photobridge.portal.job;

import org.photobridge.portal.engine.RunSummary;

/**
 * An execution of a run has ended: for good, or until somebody or something lets it go on. Fired in the transaction that
 * stores it.
 *
 * @param run as it was while it ran
 * @param summary how it stands now
 */
public record RunHalted(RunRow run, RunSummary summary) {}
