package org.photobridge.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.engine.image.PictureReader;
import org.photobridge.portal.job.BeforeImageRepository;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Caller;
import org.photobridge.portal.security.Role;
import org.photobridge.spi.Account;

/** Shows what an undo would put back. The person has replaced that picture since, so every look at it is in the audit. */
@ApplicationScoped
public class PreviousPictures {

    private final PersonRepository people;
    private final BeforeImageRepository beforeImages;
    private final ViewedPictures viewed;
    private final Audit audit;

    protected PreviousPictures() {
        this(null, null, null, null);
    }

    @Inject
    PreviousPictures(PersonRepository people, BeforeImageRepository beforeImages, ViewedPictures viewed, Audit audit) {
        this.people = people;
        this.beforeImages = beforeImages;
        this.viewed = viewed;
        this.audit = audit;
    }

    /** The previous picture that a run kept of a person; empty if it isn't kept any more, or the person isn't in sight. */
    @Transactional
    public Optional<PreviousPicture> view(Plan plan, String accountId, long runId) {
        Access.require(Role.OPERATOR);
        return people.account(plan.sourceConnection(), accountId)
                .flatMap(account -> beforeImages
                        .kept(plan.targetConnection(), accountId, runId)
                        .map(kept -> view(plan, account, kept)));
    }

    private PreviousPicture view(Plan plan, Account account, BeforeImageRepository.Kept kept) {
        Side side = Pictures.before(
                new PictureReader(Pictures.VIEW),
                beforeImages.snapshot(plan.targetConnection(), account.id(), kept.runId()));
        audit.record(AuditEntry.of(
                        "picture.viewed-previous",
                        new AuditEntry.Subject("person", account.id(), account.displayName()))
                .change("", "run " + kept.runId()));
        LiveReadings.Whom whom = new LiveReadings.Whom(plan.sourceConnection(), account.id());
        String owner = Caller.current().actor().toString();
        return new PreviousPicture(kept, side, side.picture().map(picture -> viewed.keep(whom, owner, picture)));
    }
}
