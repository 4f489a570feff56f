package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Sight;

/** Lets everybody ask only as far as they may: for people in their sight, and past a guard only after a preview. */
@ApplicationScoped
class RequestBorder {

    static final String NOT_EVERYBODY = "request.refused.limited";
    static final String NO_GROUP = "request.refused.no-group";
    static final String NO_PERSON = "request.refused.no-person";

    private final SeenPeopleRepository people;
    private final FollowedRuns followed;

    protected RequestBorder() {
        this(null, null);
    }

    @Inject
    RequestBorder(SeenPeopleRepository people, FollowedRuns followed) {
        this.people = people;
        this.followed = followed;
    }

    /**
     * What the caller may ask for of this: the same within what they may see, with the approval that it is.
     *
     * @throws RequestRefusedException if it reaches beyond the people whom the caller may see, or follows a run in vain
     */
    Asking within(Plan plan, Asking asked) {
        Asking asking = asked.about(within(plan, asked.scope()));
        return asking.approved(followed.approve(asked.scope(), asking));
    }

    /**
     * What the caller may ask for of this scope: all of it, or it is refused. People are named by their stable ids then,
     * since an address may have become somebody else's by the time that the run asks the directory for it.
     *
     * @throws RequestRefusedException if the scope reaches beyond the people whom the caller may see
     */
    Scope within(Plan plan, Scope scope) {
        if (!Sight.current().isLimited()) {
            return scope;
        }
        return switch (scope.kind()) {
            case ALL -> throw refused(NOT_EVERYBODY);
            case GROUP -> group(plan, scope);
            case ACCOUNT, LIST -> people(plan, scope);
        };
    }

    private static Scope group(Plan plan, Scope scope) {
        if (!Sight.current().covers(plan.sourceConnection(), scope.ids().get(0))) {
            throw refused(NO_GROUP);
        }
        return scope;
    }

    private Scope people(Plan plan, Scope scope) {
        Map<String, String> known = people.idsInSight(plan.sourceConnection(), scope.ids());
        List<String> ids =
                scope.ids().stream().map(known::get).filter(Objects::nonNull).toList();
        if (ids.size() < scope.ids().size()) {
            throw refused(NO_PERSON);
        }
        return new Scope(scope.kind(), ids, scope.label());
    }

    private static RequestRefusedException refused(String key) {
        Access.refused("reaches beyond the caller's group of people");
        return new RequestRefusedException(key);
    }
}
