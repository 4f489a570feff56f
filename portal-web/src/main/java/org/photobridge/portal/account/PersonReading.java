package org.photobridge.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.photobridge.portal.connection.Connections;
import org.photobridge.portal.engine.Glance;
import org.photobridge.portal.engine.PhotoState;
import org.photobridge.portal.engine.image.PictureReader;
import org.photobridge.portal.engine.image.Portrait;
import org.photobridge.portal.engine.image.Preparation;
import org.photobridge.portal.job.KnownPhotoStates;
import org.photobridge.portal.job.PreviewRepository;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.ProtectionService;
import org.photobridge.portal.provider.EndLease;
import org.photobridge.spi.Account;
import org.photobridge.spi.Capability;
import org.photobridge.spi.PhotoRequest;
import org.photobridge.spi.PhotoResult;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.PhotoTarget;
import org.photobridge.spi.ProviderException;
import org.photobridge.spi.TargetRequest;
import org.photobridge.spi.TargetState;

/** Reads one person's pictures and facts in both systems, now, and says what a check would find. Changes nothing there. */
@ApplicationScoped
class PersonReading {

    @Inject
    private Connections connections;

    @Inject
    private LiveCalls calls;

    @Inject
    private KnownPhotoStates states;

    @Inject
    private ProtectionService protection;

    @Inject
    private PreviewRepository previews;

    @Inject
    private Clock clock;

    /** Reads; a system that can't be asked is part of the answer, not an exception. */
    SideBySide read(Plan plan, Account account) {
        try (EndLease<PhotoSource> source = connections.openSource(plan.sourceConnection());
                EndLease<PhotoTarget> target = connections.openTarget(plan.targetConnection())) {
            return read(plan, account, source.end(), target.end());
        }
    }

    private SideBySide read(Plan plan, Account account, PhotoSource source, PhotoTarget target) {
        Preparation preparation = new Preparation(target.renditions());
        PictureReader pictures = new PictureReader(Math.max(preparation.largest(), Pictures.VIEW));
        Pictures.Opened photo = Pictures.open(pictures, readPhoto(source, account, preparation.largest()));
        TargetState state = readState(target, account);
        Optional<Portrait> saved = Pictures.portrait(pictures, state);
        keepPreviews(plan, account, photo, saved);
        PhotoState known = target.keyOf(account)
                .flatMap(key -> states.find(plan.sourceConnection(), plan.targetConnection(), key))
                .orElseGet(() -> PhotoState.unknown(target.keyOf(account).orElse(""), account.id(), plan.id()));
        Glance.Sight sight =
                new Glance.Sight(photo.result(), photo.portrait(), photo.refused(), state, saved.map(Portrait::look));
        boolean isProtected = !protection
                .protectedAmong(plan.sourceConnection(), List.of(account.id()))
                .isEmpty();
        Glance glance = new Glance(plan.id(), plan.rules(), preparation.largest(), clock.instant());
        return new SideBySide(
                clock.instant(),
                sourceFacts(photo.side(), source, account),
                photo.portrait().flatMap(portrait -> Pictures.prepared(preparation, portrait)),
                photo.portrait()
                        .filter(portrait -> portrait.side() < preparation.largest())
                        .isPresent(),
                targetFacts(Pictures.side(state, saved), target, account),
                shown(pictures, target, account),
                target.capabilities(),
                glance.at(account, known, isProtected, sight),
                Glance.both(known, sight));
    }

    private PhotoResult readPhoto(PhotoSource source, Account account, int most) {
        try {
            return calls.within(
                    source,
                    call -> source.readPhotos(List.of(PhotoRequest.of(account, most)), call)
                            .get(0));
        } catch (ProviderException e) {
            return PhotoResult.failed(e.failure());
        }
    }

    private TargetState readState(PhotoTarget target, Account account) {
        if (target.keyOf(account).isEmpty()) {
            return TargetState.impossible("no-target-identifier");
        }
        try {
            return calls.within(
                    target,
                    call -> target.readStates(List.of(TargetRequest.of(account).withPicture()), call)
                            .get(0));
        } catch (ProviderException e) {
            return TargetState.failed(e.failure());
        }
    }

    /** What the service itself shows; a picture from outside like any other, so it passes the same guard. */
    private Optional<Side> shown(PictureReader pictures, PhotoTarget target, Account account) {
        if (!target.capabilities().contains(Capability.SERVED_PICTURE)
                || target.keyOf(account).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Pictures.side(pictures, calls.within(target, call -> target.servedPicture(account, call))));
        } catch (ProviderException e) {
            return Optional.of(Side.of(Side.State.FAILED, e.code(), e.getMessage()));
        }
    }

    private Side sourceFacts(Side side, PhotoSource source, Account account) {
        try {
            return side.with(calls.within(source, call -> source.describe(account, call)));
        } catch (ProviderException e) {
            return side.withoutFacts(e.code());
        }
    }

    private Side targetFacts(Side side, PhotoTarget target, Account account) {
        try {
            return side.with(calls.within(target, call -> target.describe(account, call)));
        } catch (ProviderException e) {
            return side.withoutFacts(e.code());
        }
    }

    /** What is in the list is then as fresh as what is on the page; a system that didn't answer says nothing of it. */
    private void keepPreviews(Plan plan, Account account, Pictures.Opened photo, Optional<Portrait> saved) {
        if (photo.side().state() != Side.State.FAILED) {
            previews.keep(
                    plan.sourceConnection(), account.id(), photo.portrait().map(Portrait::preview));
        }
        saved.ifPresent(
                portrait -> previews.keep(plan.targetConnection(), account.id(), Optional.of(portrait.preview())));
    }
}
