package org.photobridge.simulator.directory;

/** The kinds of groups that the directory tells apart. */
public enum GroupKind {
    SECURITY,
    /** Microsoft 365 group: can't hold groups. */
    UNIFIED,
    /** A security group whose members a rule chooses. */
    DYNAMIC,
    /** Mail-enabled, not for security. */
    DISTRIBUTION
}
