package org.photobridge.portal.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries of the audit somebody wants to see; an empty text asks for all.
 *
 * @param from the first moment
 * @param until the first moment that is too late
 * @param actor part of a name
 * @param action a whole action
 * @param subject part of a name, or a whole id
 * @param text part of any text, or a request id
 */
public record AuditFilter(
        Optional<Instant> from, Optional<Instant> until, String actor, String action, String subject, String text) {

    public static final AuditFilter ALL = new AuditFilter(Optional.empty(), Optional.empty(), "", "", "", "");

    public AuditFilter {
        actor = actor.strip();
        action = action.strip();
        subject = subject.strip();
        text = text.strip();
    }
}
