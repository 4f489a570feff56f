package org.photobridge.portal.audit;

import java.util.Optional;

/** One thing that was done, as the audit keeps it; who did it and from where is added when it's recorded. */
public record AuditEntry(
        String action, Subject subject, Optional<String> before, Optional<String> after, Optional<String> reason) {

    /** What it was done to: a kind such as {@code connection}, its id, and its name at that time. */
    public record Subject(String kind, String id, String name) {}

    /** @param action a short stable name such as {@code connection.changed} */
    public static AuditEntry of(String action, Subject subject) {
        return new AuditEntry(action, subject, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Old and new value, in words; never a secret. */
    public AuditEntry change(String was, String is) {
        return new AuditEntry(action, subject, Optional.of(was), Optional.of(is), reason);
    }

    public AuditEntry because(String why) {
        return new AuditEntry(action, subject, before, after, Optional.of(why));
    }
}
