package org.photobridge.portal.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Lets the queue look at once for what a transaction has scheduled, but not before others can see it. */
@ApplicationScoped
public class WakeUp {
    @Resource
    private TransactionSynchronizationRegistry transactions;

    @Inject
    private TaskQueue queue;

    /** Wakes the queue when the present transaction has committed; at once if there is none. */
    public void afterCommit() {
        if (transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            queue.wakeUp();
        } else {
            transactions.registerInterposedSynchronization(new OnCommit(queue));
        }
    }

    private record OnCommit(TaskQueue queue) implements Synchronization {
        @Override
        public void beforeCompletion() {
            // nothing to prepare
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                queue.wakeUp();
            }
        }
    }
}
