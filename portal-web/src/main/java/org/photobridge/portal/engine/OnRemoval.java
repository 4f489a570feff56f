package org.photobridge.portal.engine;

/** What to do in the target when a person's photo was removed in the source. */
public enum OnRemoval {
    LEAVE,
    REMOVE
}
