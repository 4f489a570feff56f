package org.photobridge.portal.api;

/** Tells giving many people away from looking some up: of the first the audit wants to know. */
final class Export {
    private static final int LOOK_UP = 100;

    private Export() {}

    static boolean isOne(int people) {
        return people > LOOK_UP;
    }
}
