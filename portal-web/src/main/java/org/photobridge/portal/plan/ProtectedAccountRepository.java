package org.photobridge.portal.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stores who is protected. */
@ApplicationScoped
public class ProtectedAccountRepository {
    /** Databases bound the number of values that one query may name. */
    private static final int AT_ONCE = 500;

    @PersistenceContext(unitName = "portal")
    private EntityManager entities;

    /** For the container. */
    protected ProtectedAccountRepository() {}

    ProtectedAccountRepository(EntityManager entities) {
        this.entities = entities;
    }

    List<ProtectedAccount> all() {
        return entities.createQuery("select p from ProtectedAccount p order by p.accountName", ProtectedAccount.class)
                .getResultList();
    }

    Optional<ProtectedAccount> find(long sourceConnection, String accountId) {
        return entities.createQuery(
                        "select p from ProtectedAccount p where p.sourceConnection = :source and p.accountId = :account",
                        ProtectedAccount.class)
                .setParameter("source", sourceConnection)
                .setParameter("account", accountId)
                .getResultStream()
                .findFirst();
    }

    Set<String> among(long sourceConnection, Collection<String> accountIds) {
        List<String> asked = new ArrayList<>(accountIds);
        Set<String> found = new HashSet<>();
        for (int from = 0; from < asked.size(); from += AT_ONCE) {
            found.addAll(entities.createQuery(
                            "select p.accountId from ProtectedAccount p"
                                    + " where p.sourceConnection = :source and p.accountId in :accounts",
                            String.class)
                    .setParameter("source", sourceConnection)
                    .setParameter("accounts", asked.subList(from, Math.min(asked.size(), from + AT_ONCE)))
                    .getResultList());
        }
        return found;
    }

    void add(ProtectedAccount account) {
        entities.persist(account);
    }

    void remove(ProtectedAccount account) {
        entities.remove(account);
    }
}
