package org.photobridge.portal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.platform.KeyRing;
import org.photobridge.portal.platform.RequestId;
import org.photobridge.portal.platform.TransactionEnd;

/**
 * Appends to the record of who did what, in the caller's transaction, so that a change and its entry stand or fall
 * together.
 * <p>Within a transaction the entry is written last of all: the chain has one end, and whoever holds it makes everybody
 * else wait. So it's held for a moment, and no other lock is waited for while it is.
 */
@ApplicationScoped
public class Audit {
    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditChain chain;
    private final Optional<TransactionEnd> end;

    /** For the container's proxy only. */
    protected Audit() {
        this(null, null, null, Optional.empty());
    }

    @Inject
    Audit(DataSource dataSource, Clock clock, KeyRing keys, TransactionEnd end) {
        this(Jdbi.create(dataSource), clock, new AuditChain(new AuditSeals(keys)), Optional.of(end));
    }

    /** Outside of a server, where there are no transactions but its own. */
    public Audit(DataSource dataSource, Clock clock, KeyRing keys) {
        this(Jdbi.create(dataSource), clock, new AuditChain(new AuditSeals(keys)), Optional.empty());
    }

    private Audit(Jdbi jdbi, Clock clock, AuditChain chain, Optional<TransactionEnd> end) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.chain = chain;
        this.end = end;
    }

    public void record(AuditEntry entry) {
        AuditRow row = AuditRow.of(entry, Origin.current(), RequestId.current(), clock.instant());
        Optional<TransactionEnd> ahead = end.filter(TransactionEnd::isAhead);
        if (ahead.isPresent()) {
            ahead.get().before(handle -> chain.append(handle, row));
        } else {
            jdbi.useTransaction(handle -> chain.append(handle, row));
        }
    }

    /** Appends within a transaction of the caller's own, outside of a server: there is no request, nor its classes. */
    public void record(Handle transaction, AuditEntry entry) {
        chain.append(transaction, AuditRow.of(entry, Origin.current(), Optional.empty(), clock.instant()));
    }
}
