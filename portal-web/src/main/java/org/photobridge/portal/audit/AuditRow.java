package org.photobridge.portal.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.photobridge.portal.audit.AuditEntry.Subject;

/**
 * One entry of the audit, as it is stored.
 *
 * @param number its place in the chain, from 1, without a gap
 * @param at to the microsecond, which is what both databases keep
 * @param erased whether a person was taken out of its texts
 */
public record AuditRow(
        long number,
        Instant at,
        Actor actor,
        Optional<String> address,
        Optional<String> requestId,
        String action,
        Subject subject,
        Optional<String> before,
        Optional<String> after,
        Optional<String> reason,
        boolean erased) {

    /** An entry whose place in the chain isn't known yet; texts that are too long are cut. */
    static AuditRow of(AuditEntry entry, Origin origin, Optional<String> requestId, Instant at) {
        Subject subject = entry.subject();
        return new AuditRow(
                0,
                at.truncatedTo(ChronoUnit.MICROS),
                new Actor(origin.actor().kind(), StoredText.of(origin.actor().name(), 100)),
                origin.address().map(text -> StoredText.of(text, 60)),
                requestId.map(text -> StoredText.of(text, 40)),
                StoredText.of(entry.action(), 60),
                new Subject(
                        StoredText.of(subject.kind(), 40),
                        StoredText.of(subject.id(), 200),
                        StoredText.of(subject.name(), 300)),
                entry.before().map(text -> StoredText.of(text, 4000)),
                entry.after().map(text -> StoredText.of(text, 4000)),
                entry.reason().map(text -> StoredText.of(text, 1000)),
                false);
    }

    AuditRow numbered(long place) {
        return new AuditRow(place, at, actor, address, requestId, action, subject, before, after, reason, erased);
    }
}
