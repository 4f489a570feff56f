package org.photobridge.portal.provider;

import java.util.Objects;

/**
 * Why a module can't be used, or what is odd about it: one of a closed list of kinds, and a detail.
 *
 * @param kind what pages put into words, by the text key {@code providers.problem.<kind>}
 * @param detail a name, number or technical message that the words mention; may be empty
 */
public record ModuleProblem(Kind kind, String detail) {

    /** The ways in which a module can be broken. */
    public enum Kind {
        NOT_A_ZIP,
        TOO_BIG,
        UNSAFE_PATH,
        NO_JARS,
        CORRUPT_JAR,
        NO_MANIFEST,
        TWO_MANIFESTS,
        BAD_MANIFEST,
        NEWER_CONTRACT,
        OTHER_VERSION_THERE,
        NO_SERVICE,
        TWO_SERVICES,
        START_FAILED,
        START_TOOK_TOO_LONG,
        CLASS_MISSING,
        NO_ROLE,
        NOT_READABLE,
        NOT_INSTALLED,
        PACKS_CONTRACT
    }

    public ModuleProblem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(detail, "detail");
    }

    static ModuleProblem of(Kind kind) {
        return new ModuleProblem(kind, "");
    }

    static ModuleProblem of(Kind kind, String detail) {
        return new ModuleProblem(kind, detail);
    }

    /** The technical form, for logs. */
    @Override
    public String toString() {
        return detail.isEmpty() ? kind.name() : kind + ": " + detail;
    }
}
