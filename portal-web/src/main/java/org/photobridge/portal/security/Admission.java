package org.photobridge.portal.security;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether somebody whom a provider vouches for may come in. */
record Admission(Verdict verdict, String name, Set<Role> roles) {
    /** Why, or why not. */
    enum Verdict {
        ADMITTED,
        NO_ROLE,
        /** There are limits, and none of them is for this person. */
        NO_LIMIT,
        /** The provider left the groups out: there are too many of them for an id token. */
        TOO_MANY_GROUPS,
        DISABLED;

        /** How the sign-in page is told. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Admission refused(Verdict verdict, String name) {
        return new Admission(verdict, name, Set.of());
    }

    Optional<ProvenCredential> credential() {
        return verdict == Verdict.ADMITTED ? Optional.of(new ProvenCredential(name, roles)) : Optional.empty();
    }
}
