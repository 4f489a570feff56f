package org.photobridge.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.photobridge.portal.engine.image.Sha256;
import org.photobridge.portal.job.PreviewRepository;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Caller;
import org.photobridge.portal.security.Role;

/** Finds pictures for browsers: the small ones that are kept, and those that were read just now. */
@ApplicationScoped
public class PictureService {

    /** A JPEG of our own making; the tag changes with its bytes. */
    record Picture(String tag, byte[] jpeg) {}

    private final PreviewRepository previews;
    private final LiveReadings readings;
    private final ViewedPictures viewed;
    private final PersonRepository people;

    protected PictureService() {
        this(null, null, null, null);
    }

    @Inject
    PictureService(PreviewRepository previews, LiveReadings readings, ViewedPictures viewed, PersonRepository people) {
        this.viewed = viewed;
        this.previews = previews;
        this.people = people;
        this.readings = readings;
    }

    /** The small picture that is kept of a person's in the system behind a connection. */
    Optional<Picture> small(long connectionId, String accountId) {
        Access.require(Role.VIEWER);
        return previews.find(connectionId, accountId).map(kept -> new Picture(kept.etag(), kept.jpeg()));
    }

    /** A picture of a reading; only for whom it was made, and as long as they may see a person who is still known. */
    Optional<Picture> read(String token, String side) {
        Access.require(Role.VIEWER);
        String owner = Caller.current().actor().toString();
        return readings.whom(token, owner)
                .filter(this::isInSight)
                .flatMap(whom -> readings.find(token, owner))
                .flatMap(LiveReadings.Status::answer)
                .flatMap(answer -> picture(answer, side))
                .map(PictureService::tagged);
    }

    /** A previous picture that the caller has just opened. */
    Optional<Picture> previous(String token) {
        Access.require(Role.OPERATOR);
        return viewed.find(token, Caller.current().actor().toString())
                .filter(found -> isInSight(found.whom()))
                .map(found -> tagged(found.picture()));
    }

    private static Picture tagged(ViewPicture picture) {
        return new Picture(Sha256.of(picture.jpeg()), picture.jpeg());
    }

    private boolean isInSight(LiveReadings.Whom whom) {
        return people.account(whom.sourceConnection(), whom.accountId()).isPresent();
    }

    private static Optional<ViewPicture> picture(SideBySide answer, String side) {
        return switch (side) {
            case "source" -> answer.source().picture();
            case "prepared" -> answer.prepared();
            case "target" -> answer.target().picture();
            case "shown" -> answer.shown().flatMap(Side::picture);
            default -> Optional.empty();
        };
    }
}
