package org.photobridge.portal.audit;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.photobridge.portal.audit.AuditHeadRepository.Stored;
import org.photobridge.portal.audit.AuditRepository.Chained;
import org.photobridge.portal.audit.AuditVerdict.Finding;
import org.photobridge.portal.platform.KeyRing;

/** Follows the audit's chain from its beginning to its end and says whether anything was altered, removed or put in. */
public final class AuditVerification {
    private static final int AT_ONCE = 1000;

    private final Jdbi jdbi;
    private final AuditSeals seals;

    public AuditVerification(DataSource dataSource, KeyRing keys) {
        this.jdbi = Jdbi.create(dataSource);
        this.seals = new AuditSeals(keys);
    }

    /** Looks at all of it as it is at one moment; call it outside of a transaction. */
    public AuditVerdict verify() {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, this::verify);
    }

    private AuditVerdict verify(Handle handle) {
        Stored stored = AuditHeadRepository.read(handle);
        Walk walk = new Walk(stored.head());
        List<Chained> some = AuditRepository.after(handle, 0, AT_ONCE);
        while (!some.isEmpty() && walk.take(some)) {
            some = AuditRepository.after(handle, some.get(some.size() - 1).row().number(), AT_ONCE);
        }
        // An entry that can be named says more than the end that went wrong with it.
        return walk.bad.or(() -> atEnd(handle, stored, walk)).orElseGet(() -> walk.found(Finding.SOUND, 0));
    }

    private Optional<AuditVerdict> atEnd(Handle handle, Stored stored, Walk walk) {
        if (walk.next <= stored.head().lastNumber()) {
            return Optional.of(walk.found(Finding.LAST_MISSING, walk.next));
        }
        if (!stored.isSound(seals) || !walk.previous.equals(stored.head().lastLink())) {
            return Optional.of(walk.found(Finding.END_ALTERED, 0));
        }
        boolean foreign = !stored.isNew() && AuditRepository.countUnnumbered(handle) > 0;
        return foreign ? Optional.of(walk.found(Finding.INSERTED, 0)) : Optional.empty();
    }

    /** One way along the chain: what must come next, and the first thing that was wrong. */
    private final class Walk {
        private final AuditHead head;
        private long next;
        private String previous;
        private long entries;
        private Optional<AuditVerdict> bad = Optional.empty();

        Walk(AuditHead head) {
            this.head = head;
            this.next = head.cutNumber() + 1;
            this.previous = head.cutLink();
        }

        boolean take(List<Chained> some) {
            for (Chained chained : some) {
                Finding finding = look(chained);
                if (finding != Finding.SOUND) {
                    long where =
                            finding == Finding.MISSING ? next : chained.row().number();
                    bad = Optional.of(found(finding, where));
                    return false;
                }
                entries++;
                next++;
                previous = chained.link().link();
            }
            return true;
        }

        private Finding look(Chained chained) {
            long number = chained.row().number();
            if (number < next || number > head.lastNumber()) {
                return Finding.INSERTED;
            }
            if (number > next) {
                return Finding.MISSING;
            }
            if (!seals.has(chained.link().keyId())) {
                return Finding.KEY_MISSING;
            }
            boolean sound = seals.isText(chained.row(), chained.link())
                    && seals.follows(previous, chained.row(), chained.link());
            return sound ? Finding.SOUND : Finding.ALTERED;
        }

        AuditVerdict found(Finding finding, long where) {
            return new AuditVerdict(finding, entries, head.cutNumber() + 1, head.lastNumber(), head.lastLink(), where);
        }
    }
}
