package org.photobridge.portal.audit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jdbi.v3.core.Handle;
import org.photobridge.portal.audit.AuditHeadRepository.Stored;
import org.photobridge.portal.audit.AuditRepository.Chained;

/**
 * Appends to the chain, one transaction at a time.
 * <p>Numbers have no gaps: the head is locked, and what is rolled back takes its number back. A head that was tampered
 * with isn't sealed anew as if it were sound: its wrong seal stays wrong until an admin looks.
 */
final class AuditChain {
    private static final Logger LOG = System.getLogger(AuditChain.class.getName());
    /** What a broken head bears from then on: no seal looks like this. */
    private static final String BROKEN = "broken";

    private final AuditSeals seals;

    AuditChain(AuditSeals seals) {
        this.seals = seals;
    }

    /** Appends an entry; gives its number. */
    long append(Handle handle, AuditRow row) {
        Stored stored = AuditHeadRepository.lock(handle);
        AuditHead head = stored.isNew() ? adopted(handle) : stored.head();
        AuditRow next = row.numbered(head.lastNumber() + 1);
        AuditLink link = seals.hang(next, head.lastLink());
        AuditRepository.insert(handle, next, link);
        store(handle, stored, head.endingWith(next.number(), link.link()));
        return next.number();
    }

    /** Entries from before there was a chain come first in it. */
    private AuditHead adopted(Handle handle) {
        AuditHead head = AuditHead.START;
        for (Chained old : AuditRepository.unnumbered(handle)) {
            AuditRow row = old.row().numbered(head.lastNumber() + 1);
            AuditLink link = seals.hang(row, head.lastLink());
            AuditRepository.hang(handle, old.id(), row, link);
            head = head.endingWith(row.number(), link.link());
        }
        return head;
    }

    void store(Handle handle, Stored before, AuditHead head) {
        if (before.isSound(seals)) {
            AuditHeadRepository.store(handle, head, seals);
        } else {
            LOG.log(Level.ERROR, "The end of the audit was tampered with: its seal is wrong. Verify the audit.");
            AuditHeadRepository.storeBroken(handle, head, BROKEN);
        }
    }
}
