package org.photobridge.portal.security;

import java.util.List;

/** A change of accounts or tokens that isn't made, and why: field by field. */
public final class RefusedChangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldTrouble> troubles;

    RefusedChangeException(List<FieldTrouble> troubles) {
        super("Not changed: " + troubles);
        this.troubles = List.copyOf(troubles);
    }

    RefusedChangeException(String field, String key) {
        this(List.of(new FieldTrouble(field, key)));
    }

    public List<FieldTrouble> troubles() {
        return troubles;
    }
}
