package org.photobridge.portal.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Stores connections, app registrations and their certificates. */
@ApplicationScoped
public class ConnectionRepository {
    @PersistenceContext(unitName = "portal")
    private EntityManager entities;

    /** For the container. */
    protected ConnectionRepository() {}

    ConnectionRepository(EntityManager entities) {
        this.entities = entities;
    }

    List<ProviderConnection> connections() {
        return entities.createQuery("select c from ProviderConnection c order by c.name", ProviderConnection.class)
                .getResultList();
    }

    Optional<ProviderConnection> connection(long id) {
        return Optional.ofNullable(entities.find(ProviderConnection.class, id));
    }

    boolean isConnectionNameTaken(String name, long butBy) {
        return !entities.createQuery(
                        "select c.id from ProviderConnection c where lower(c.name) = lower(:name) and c.id <> :id",
                        Long.class)
                .setParameter("name", name.strip())
                .setParameter("id", butBy)
                .getResultList()
                .isEmpty();
    }

    List<AppRegistration> registrations() {
        return entities.createQuery("select r from AppRegistration r order by r.name", AppRegistration.class)
                .getResultList();
    }

    Optional<AppRegistration> registration(long id) {
        return Optional.ofNullable(entities.find(AppRegistration.class, id));
    }

    boolean isRegistrationNameTaken(String name, long butBy) {
        return !entities.createQuery(
                        "select r.id from AppRegistration r where lower(r.name) = lower(:name) and r.id <> :id",
                        Long.class)
                .setParameter("name", name.strip())
                .setParameter("id", butBy)
                .getResultList()
                .isEmpty();
    }

    List<AppCertificate> certificates(long registration) {
        return entities.createQuery(
                        "select c from AppCertificate c where c.registrationId = :id order by c.id",
                        AppCertificate.class)
                .setParameter("id", registration)
                .getResultList();
    }

    Optional<AppCertificate> certificate(long registration, CertificateSlot slot) {
        return certificates(registration).stream()
                .filter(certificate -> certificate.slot() == slot)
                .findFirst();
    }

    /** Stores a new row, and gives it its id at once, since secrets are sealed for their row. */
    void add(Object row) {
        entities.persist(row);
    }

    void remove(Object row) {
        entities.remove(row);
    }

    /** Writes now what would be written at the end, so that a lost race shows here. */
    void flush() {
        entities.flush();
    }
}
