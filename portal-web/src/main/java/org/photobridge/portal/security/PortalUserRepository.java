package org.photobridge.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Locale;
import java.util.Optional;

/** Stores the portal's users; names are kept in lower case. */
@ApplicationScoped
class PortalUserRepository {
    @PersistenceContext(unitName = "portal")
    private EntityManager entities;

    Optional<PortalUser> find(String name) {
        return entities.createQuery("select u from PortalUser u where u.name = :name", PortalUser.class)
                .setParameter("name", canonical(name))
                .getResultStream()
                .findFirst();
    }

    boolean isEmpty() {
        return entities.createQuery("select count(u) from PortalUser u", Long.class)
                        .getSingleResult()
                == 0;
    }

    void add(PortalUser user) {
        entities.persist(user);
    }

    static String canonical(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
