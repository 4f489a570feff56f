package org.photobridge.portal.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Stores sync plans. */
@ApplicationScoped
public class PlanRepository {
    @PersistenceContext(unitName = "portal")
    private EntityManager entities;

    /** For the container. */
    protected PlanRepository() {}

    PlanRepository(EntityManager entities) {
        this.entities = entities;
    }

    List<SyncPlan> all() {
        return entities.createQuery("select p from SyncPlan p order by p.name", SyncPlan.class)
                .getResultList();
    }

    Optional<SyncPlan> find(long id) {
        return Optional.ofNullable(entities.find(SyncPlan.class, id));
    }

    void add(SyncPlan plan) {
        entities.persist(plan);
    }

    void remove(SyncPlan plan) {
        entities.remove(plan);
    }

    void flush() {
        entities.flush();
    }
}
