package org.photobridge.portal.account;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.photobridge.portal.engine.Reason;
import org.photobridge.portal.engine.image.PictureReader;
import org.photobridge.portal.engine.image.PictureRefused;
import org.photobridge.portal.engine.image.Portrait;
import org.photobridge.portal.engine.image.Preparation;
import org.photobridge.spi.Failure;
import org.photobridge.spi.PhotoResult;
import org.photobridge.spi.PreparedPicture;
import org.photobridge.spi.Rendition;
import org.photobridge.spi.ServedPicture;
import org.photobridge.spi.TargetPicture;
import org.photobridge.spi.TargetSnapshot;
import org.photobridge.spi.TargetState;

/** Makes what a page shows of pictures from outside: all of them pass the guard and are encoded anew. */
final class Pictures {

    /** The side of a picture on the page of a person. */
    static final int VIEW = 240;

    /** A target keeps a few sizes; opening more would be work for nobody. */
    private static final int MOST_FILES = 8;

    private static final Preparation FOR_VIEW = new Preparation(List.of(Rendition.jpeg("view", VIEW)));

    /** A source's answer, its picture opened if there is one. */
    record Opened(PhotoResult result, Optional<Portrait> portrait, Optional<PictureRefused> refused, Side side) {

        static Opened without(PhotoResult result, Side side) {
            return new Opened(result, Optional.empty(), Optional.empty(), side);
        }
    }

    private Pictures() {}

    static Opened open(PictureReader pictures, PhotoResult result) {
        return result.match(new PhotoResult.Cases<>(
                found -> opened(pictures, result, found.photo().bytes()),
                same -> Opened.without(result, Side.of(Side.State.UNSHOWN, "", "")),
                absent -> Opened.without(result, Side.of(Side.State.NONE, absent.code(), "")),
                failed -> Opened.without(result, failed(failed.failure())),
                untried ->
                        Opened.without(result, Side.of(Side.State.FAILED, Reason.SOURCE_MISSING_ANSWER.code(), ""))));
    }

    private static Opened opened(PictureReader pictures, PhotoResult result, byte[] bytes) {
        try {
            Portrait portrait = pictures.read(bytes);
            return new Opened(result, Optional.of(portrait), Optional.empty(), Side.of(view(portrait, bytes.length)));
        } catch (PictureRefused e) {
            Side side = Side.of(Side.State.UNSHOWN, Reason.of(e.fault()).code(), e.getMessage());
            return new Opened(result, Optional.empty(), Optional.of(e), side);
        }
    }

    /** The picture that the target has, if it can be opened. */
    static Optional<Portrait> portrait(PictureReader pictures, TargetState state) {
        return bytes(state).flatMap(picture -> {
            try {
                return Optional.of(pictures.read(picture.bytes()));
            } catch (PictureRefused e) {
                return Optional.empty();
            }
        });
    }

    /** What the page shows of the target's picture. */
    static Side side(TargetState state, Optional<Portrait> saved) {
        return state.match(new TargetState.Cases<>(
                present -> saved.map(portrait -> Side.of(view(portrait, length(present))))
                        .orElseGet(() -> Side.of(Side.State.UNSHOWN, "", "")),
                empty -> Side.of(Side.State.NONE, "", ""),
                impossible -> Side.of(Side.State.NONE, impossible.code(), ""),
                failed -> failed(failed.failure()),
                untried -> Side.of(Side.State.FAILED, "", "")));
    }

    /** What the page shows of the picture that a service serves. */
    static Side side(PictureReader pictures, ServedPicture served) {
        if (served.picture().isEmpty()) {
            return Side.of(Side.State.NONE, "", "");
        }
        byte[] bytes = served.picture().get().bytes();
        try {
            return Side.of(view(pictures.read(bytes), bytes.length));
        } catch (PictureRefused e) {
            return Side.of(Side.State.UNSHOWN, Reason.of(e.fault()).code(), e.getMessage());
        }
    }

    /** What the page shows of a snapshot: the largest picture among its files, whatever the target calls them. */
    static Side before(PictureReader pictures, TargetSnapshot snapshot) {
        Collection<byte[]> files = snapshot.files().values();
        if (files.isEmpty()) {
            return Side.of(Side.State.NONE, "", "");
        }
        return files.stream()
                .sorted(Comparator.comparing((byte[] file) -> file.length).reversed())
                .limit(MOST_FILES)
                .flatMap(file -> shown(pictures, file).stream())
                .max(Comparator.comparing(ViewPicture::side))
                .map(Side::of)
                .orElseGet(() -> Side.of(Side.State.UNSHOWN, "", ""));
    }

    private static Optional<ViewPicture> shown(PictureReader pictures, byte[] file) {
        try {
            return Optional.of(view(pictures.read(file), file.length));
        } catch (PictureRefused e) {
            // Of a snapshot's files some may be something else than pictures.
            return Optional.empty();
        }
    }

    /** The largest picture that would be sent; empty if the target's sizes can't be made of it. */
    static Optional<ViewPicture> prepared(Preparation preparation, Portrait portrait) {
        try {
            return preparation.prepare(portrait).pictures().stream()
                    .max(Comparator.comparing(picture -> picture.rendition().pixels()))
                    .map(picture -> shown(picture, portrait));
        } catch (PictureRefused e) {
            return Optional.empty();
        }
    }

    private static ViewPicture shown(PreparedPicture picture, Portrait portrait) {
        boolean jpeg = picture.rendition().mediaType().equals("image/jpeg");
        byte[] bytes = picture.bytes();
        return new ViewPicture(
                jpeg ? bytes : view(portrait, 0).jpeg(), picture.rendition().pixels(), bytes.length);
    }

    private static ViewPicture view(Portrait portrait, int bytes) {
        try {
            byte[] jpeg = FOR_VIEW.prepare(portrait).pictures().get(0).bytes();
            return new ViewPicture(jpeg, portrait.side(), bytes);
        } catch (PictureRefused e) {
            throw new IllegalStateException("240 x 240 pixels always fit into a megabyte", e);
        }
    }

    private static Side failed(Failure failure) {
        return Side.of(Side.State.FAILED, failure.code(), failure.message());
    }

    private static Optional<TargetPicture> bytes(TargetState state) {
        return state.match(new TargetState.Cases<>(
                TargetState.Present::picture,
                empty -> Optional.empty(),
                impossible -> Optional.empty(),
                failed -> Optional.empty(),
                untried -> Optional.empty()));
    }

    private static int length(TargetState.Present present) {
        return present.picture().map(picture -> picture.bytes().length).orElse(0);
    }
}
