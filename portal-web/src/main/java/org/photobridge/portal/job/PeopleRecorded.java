package org.photobridge.portal.job;

import org.photobridge.portal.engine.RunCounts;
import org.photobridge.portal.engine.RunKind;

/** A run has recorded some people; fired after it is stored, on the run's thread. */
public record PeopleRecorded(RunKind kind, RunCounts counts) {}
