package org.photobridge.portal.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jdbi.v3.core.HandleConsumer;

/** Puts work off to the very end of the present transaction, so that a lock that everybody needs is held for a moment only. */
@ApplicationScoped
public class TransactionEnd {
    @Resource
    private TransactionSynchronizationRegistry transactions;

    @Inject
    private TransactionRepository changes;

    /** Whether a transaction is under way that can still take up work. */
    public boolean isAhead() {
        return transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }

    /** Does the work as the transaction's last, on its connection; if it fails, so does the transaction. */
    public void before(HandleConsumer<RuntimeException> work) {
        transactions.registerInterposedSynchronization(new Last(() -> changes.use(work), transactions));
    }

    private record Last(Runnable work, TransactionSynchronizationRegistry transactions) implements Synchronization {
        @Override
        public void beforeCompletion() {
            boolean done = false;
            try {
                work.run();
                done = true;
            } finally {
                if (!done) {
                    transactions.setRollbackOnly();
                }
            }
        }

        @Override
        public void afterCompletion(int status) {
            // all was done before
        }
    }
}
