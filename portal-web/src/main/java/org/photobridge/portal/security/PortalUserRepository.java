package org.photobridge.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
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

    Optional<PortalUser> find(long id) {
        return Optional.ofNullable(entities.find(PortalUser.class, id));
    }

    Optional<PortalUser> external(String provider, String subject) {
        return entities.createQuery(
                        "select u from PortalUser u where u.identityProvider = :provider and u.externalSubject = :subject",
                        PortalUser.class)
                .setParameter("provider", provider)
                .setParameter("subject", subject)
                .getResultStream()
                .findFirst();
    }

    List<PortalUser> all() {
        return entities.createQuery("select u from PortalUser u order by u.name", PortalUser.class)
                .getResultList();
    }

    /** All users, whom nobody else changes until the transaction ends: who is the last admin is decided on all of them. */
    List<PortalUser> allLocked() {
        return entities.createQuery("select u from PortalUser u order by u.id", PortalUser.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
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
