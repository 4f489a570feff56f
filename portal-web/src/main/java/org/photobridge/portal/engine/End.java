package org.photobridge.portal.engine;

/** The two ends of a plan. */
public enum End {
    SOURCE,
    TARGET
}
