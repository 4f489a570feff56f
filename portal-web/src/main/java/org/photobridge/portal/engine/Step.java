package org.photobridge.portal.engine;

/** The steps that a run declares, in their order; figures count people. */
public enum Step {
    PREFLIGHT,
    /** Listed by the source. */
    LIST,
    /** Source photos asked for. */
    READ,
    /** Source photos really downloaded. */
    DOWNLOAD,
    /** Target states read. */
    LOOK,
    /** Pictures decoded and encoded. */
    PREPARE,
    /** Pictures written, removed or restored. */
    WRITE,
    VERIFY,
    RECORD
}
