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

    protected PictureService() {
        this(null, null);
    }

    @Inject
    PictureService(PreviewRepository previews, LiveReadings readings) {
        this.previews = previews;
        this.readings = readings;
    }

    /** The small picture that is kept of a person's in the system behind a connection. */
    Optional<Picture> small(long connectionId, String accountId) {
        Access.require(Role.VIEWER);
        return previews.find(connectionId, accountId).map(kept -> new Picture(kept.etag(), kept.jpeg()));
    }

    /** A picture of a reading; only for whom the reading was made. */
    Optional<Picture> read(String token, String side) {
        Access.require(Role.VIEWER);
        return readings.find(token, Caller.current().actor().toString())
                .flatMap(LiveReadings.Status::answer)
                .flatMap(answer -> picture(answer, side))
                .map(picture -> new Picture(Sha256.of(picture.jpeg()), picture.jpeg()));
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
