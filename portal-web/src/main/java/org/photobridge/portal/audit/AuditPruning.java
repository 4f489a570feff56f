package org.photobridge.portal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.audit.AuditHeadRepository.Stored;
import org.photobridge.portal.platform.KeyRing;

/**
 * Removes the oldest entries of the audit so that the rest still verifies: the head keeps the link at the cut.
 * <p>Nothing is removed while the chain doesn't verify, since that would remove the proof, too.
 */
@ApplicationScoped
public class AuditPruning {
    /** So few at once that nobody waits long for the chain's end. */
    private static final int AT_ONCE = 2000;

    private final Jdbi jdbi;
    private final AuditSeals seals;
    private final AuditVerification verification;

    /** For the container's proxy only. */
    protected AuditPruning() {
        this.jdbi = null;
        this.seals = null;
        this.verification = null;
    }

    @Inject
    public AuditPruning(DataSource dataSource, KeyRing keys) {
        this.jdbi = Jdbi.create(dataSource);
        this.seals = new AuditSeals(keys);
        this.verification = new AuditVerification(dataSource, keys);
    }

    /** How many were removed, or what is wrong with the chain. */
    public record Pruned(int entries, Optional<AuditVerdict> refused) {}

    /** Removes what is older; the newest entry always stays. Call it outside of a transaction. */
    public Pruned prune(Instant before) {
        if (jdbi.withHandle(handle -> lastToGo(handle, before).isEmpty())) {
            return new Pruned(0, Optional.empty());
        }
        AuditVerdict verdict = verification.verify();
        if (!verdict.isSound()) {
            return new Pruned(0, Optional.of(verdict));
        }
        int removed = 0;
        int some = removeSome(before);
        while (some > 0) {
            removed += some;
            some = removeSome(before);
        }
        return new Pruned(removed, Optional.empty());
    }

    private int removeSome(Instant before) {
        return jdbi.inTransaction(handle -> {
            Stored stored = AuditHeadRepository.lock(handle);
            Optional<Long> last = lastToGo(handle, before);
            if (last.isEmpty()) {
                return 0;
            }
            long upTo = Math.min(last.get(), stored.head().cutNumber() + AT_ONCE);
            String link = AuditRepository.linkOf(handle, upTo);
            new AuditChain(seals).store(handle, stored, stored.head().cutAt(upTo, link));
            return AuditRepository.removeUpTo(handle, upTo);
        });
    }

    /** The number before the first entry that is to stay, if there is any to remove. */
    private static Optional<Long> lastToGo(Handle handle, Instant before) {
        AuditHead head = AuditHeadRepository.read(handle).head();
        long last = AuditRepository.firstSince(handle, before).orElse(head.lastNumber()) - 1;
        return Optional.of(last).filter(number -> number > head.cutNumber());
    }
}
