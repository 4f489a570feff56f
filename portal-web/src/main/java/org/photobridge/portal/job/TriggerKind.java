package org.photobridge.portal.job;

import org.photobridge.portal.audit.Actor;

/** What asked for a run. */
public enum TriggerKind {
    PERSON,
    SCHEDULE,
    API,
    BOOTSTRAP;

    static TriggerKind of(Actor.Kind kind) {
        return switch (kind) {
            case TOKEN -> API;
            case SCHEDULE -> SCHEDULE;
            case BOOTSTRAP -> BOOTSTRAP;
            case USER, PORTAL, ANONYMOUS -> PERSON;
        };
    }
}
