package org.photobridge.portal.job;

/** How far a request reaches. */
public enum ScopeKind {
    ACCOUNT,
    LIST,
    GROUP,
    ALL
}
