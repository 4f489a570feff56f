package org.photobridge.portal.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;

/**
 * The connection through which the present transaction's entities are stored.
 * <p>Once they were written, the server doesn't share it: whoever asks the data source then gets another connection, whose
 * work is committed by itself, and waits for ever for what the first one has locked.
 */
@ApplicationScoped
class TransactionRepository {
    @PersistenceContext(unitName = "portal")
    private EntityManager entities;

    /** @throws RuntimeException if no transaction is under way */
    void use(HandleConsumer<RuntimeException> work) {
        Jdbi.create(entities.unwrap(Connection.class)).useHandle(work);
    }
}
