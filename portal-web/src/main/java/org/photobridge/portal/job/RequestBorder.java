package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Sight;
import org.photobridge.portal.security.SightRepository;

/** Lets whoever is limited to a group ask for its people only; whether there are others isn't told. */
@ApplicationScoped
class RequestBorder {

    static final String NOT_EVERYBODY = "request.refused.limited";
    static final String NO_GROUP = "request.refused.no-group";
    static final String NO_PERSON = "request.refused.no-person";

    private final SightRepository people;

    protected RequestBorder() {
        this(null);
    }

    @Inject
    RequestBorder(SightRepository people) {
        this.people = people;
    }

    /** @throws RequestRefusedException if the scope reaches beyond the people whom the caller may see */
    void require(Plan plan, Scope scope) {
        if (!Sight.current().isLimited()) {
            return;
        }
        switch (scope.kind()) {
            case ALL -> throw refused(NOT_EVERYBODY);
            case GROUP -> requireGroup(plan, scope.ids().get(0));
            case ACCOUNT, LIST -> requirePeople(plan, scope);
        }
    }

    private static void requireGroup(Plan plan, String group) {
        if (!Sight.current().covers(plan.sourceConnection(), group)) {
            throw refused(NO_GROUP);
        }
    }

    private static RequestRefusedException refused(String key) {
        Access.refused("reaches beyond the caller's group of people");
        return new RequestRefusedException(key);
    }

    private void requirePeople(Plan plan, Scope scope) {
        if (people.among(plan.sourceConnection(), scope.ids()).size()
                < scope.ids().size()) {
            throw refused(NO_PERSON);
        }
    }
}
