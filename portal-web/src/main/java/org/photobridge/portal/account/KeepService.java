package org.photobridge.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.engine.Glance;
import org.photobridge.portal.engine.PhotoState;
import org.photobridge.portal.engine.PhotoState.KeepMark;
import org.photobridge.portal.engine.Reason;
import org.photobridge.portal.job.KeptPictures;
import org.photobridge.portal.job.KnownPhotoStates;
import org.photobridge.portal.job.RequestRefusedException;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Caller;
import org.photobridge.portal.security.Role;

/** Takes the decision to keep the target's picture, where the plan asks a person for it. */
@ApplicationScoped
public class KeepService {

    private final PersonRepository people;
    private final KnownPhotoStates states;
    private final KeptPictures kept;
    private final Audit audit;
    private final Clock clock;

    protected KeepService() {
        this(null, null, null, null, null);
    }

    @Inject
    public KeepService(PersonRepository people, KnownPhotoStates states, KeptPictures kept, Audit audit, Clock clock) {
        this.people = people;
        this.states = states;
        this.kept = kept;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps the target's picture until one of the two that were seen changes.
     *
     * @param seen the two pictures that the decision is about, side by side
     * @throws RequestRefusedException if nobody asks for this decision, or something has changed since the look
     */
    @Transactional
    public void keep(Plan plan, PersonRow person, SideBySide seen) {
        Access.require(Role.OPERATOR);
        PersonRow row = people.row(Ends.of(plan), person.accountId())
                .orElseThrow(() -> new RequestRefusedException("request.refused.no-person"));
        Glance.Both both = seen.both()
                .filter(pictures -> seen.isAsking())
                .orElseThrow(() -> new RequestRefusedException("person.keep.unasked"));
        PhotoState known = known(plan, row, seen, both);
        KeepMark mark = new KeepMark(
                both.sourceHash(),
                both.targetFingerprint(),
                clock.instant(),
                Caller.current().actor().name());
        if (!kept.keep(plan.sourceConnection(), plan.targetConnection(), known, mark)) {
            throw meanwhile();
        }
        record(plan, row, both);
    }

    private PhotoState known(Plan plan, PersonRow row, SideBySide seen, Glance.Both both) {
        Optional<PhotoState> stored = states.find(plan.sourceConnection(), plan.targetConnection(), both.targetKey());
        PhotoState known = stored.orElseGet(() -> PhotoState.unknown(both.targetKey(), row.accountId(), plan.id()));
        boolean isTheirs = known.accountId().equals(row.accountId()) && known.ownerPlan() == plan.id();
        boolean movedOn = known.openIntent().isPresent()
                || known.target()
                        .lastLooked()
                        .filter(looked -> looked.isAfter(seen.readAt()))
                        .isPresent();
        if (!isTheirs || movedOn) {
            throw meanwhile();
        }
        return known;
    }

    private static RequestRefusedException meanwhile() {
        return new RequestRefusedException("person.keep.meanwhile");
    }

    private void record(Plan plan, PersonRow row, Glance.Both both) {
        String id = row.accountId().length() <= 200
                ? row.accountId()
                : row.accountId().substring(0, 200);
        audit.record(AuditEntry.of("person.picture-kept", new AuditEntry.Subject("person", id, row.name()))
                .change(
                        Reason.CHANGED_IN_TARGET_ASK.code(),
                        Reason.KEPT_BY_PERSON.code() + " (plan " + plan.name() + ", target picture "
                                + both.targetFingerprint() + ")"));
    }
}
