package org.photobridge.portal.notify;

import java.util.Locale;

/** What people can be told about; a channel wants some of it. */
public enum EventKind {
    /** A run for many people failed, or stopped by itself until somebody looks. */
    RUN_FAILED,
    /** A run for many people came to its end, but some people failed. */
    RUN_WITH_FAILURES,
    /** A guard holds a run. */
    RUN_HELD,
    CERTIFICATE_ENDS,
    /** A connection stopped working, or works again. */
    CONNECTION_BROKEN,
    /** Once a week: how many people's pictures are right. */
    COVERAGE,
    /** Somebody pressed Test; no channel asks for it. */
    TEST;

    /** In bundles and payloads: {@code run-failed}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a channel can want it. */
    public boolean isOffered() {
        return this != TEST;
    }
}
