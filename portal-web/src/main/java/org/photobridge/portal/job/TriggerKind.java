package org.photobridge.portal.job;

/** What asked for a run. */
public enum TriggerKind {
    PERSON,
    SCHEDULE,
    API,
    BOOTSTRAP
}
