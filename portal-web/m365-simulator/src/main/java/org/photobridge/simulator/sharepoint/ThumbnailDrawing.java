package org.photobridge.simulator.sharepoint;

import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.photobridge.simulator.directory.Person;
import org.photobridge.simulator.directory.Pictures;
import org.photobridge.simulator.directory.SharePointStart;

/** Draws the thumbnails that lie in the library at the start, when they are read; keeps the last few hundred. */
final class ThumbnailDrawing {
    private static final int KEPT = 400;
    private static final float PULLED_QUALITY = 0.72f;
    private static final float SCRIPT_QUALITY = 0.9f;
    private static final int SMALLER = 96;
    private static final int LARGER = 300;

    /** A drawing takes megabytes while it's made, and more at once are no faster. */
    private static final int DRAWN_AT_ONCE = 3;

    private final PictureSource pictures;
    private final Semaphore atOnce = new Semaphore(DRAWN_AT_ONCE, true);
    private final Map<Integer, Map<ThumbnailSize, byte[]>> drawn = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Map<ThumbnailSize, byte[]>> eldest) {
            return size() > KEPT;
        }
    };

    ThumbnailDrawing(PictureSource pictures) {
        this.pictures = pictures;
    }

    static boolean hasFiles(SharePointStart start) {
        return switch (start) {
            case NO_PROFILE, STUB_PROFILE, NO_PHOTO, FOREIGN_HOST, SOMEBODY_ELSES_FILE, FILES_GONE -> false;
            default -> true;
        };
    }

    byte[] jpeg(Person person, ThumbnailSize size) {
        return known(person).orElseGet(() -> drawnInTurn(person)).get(size);
    }

    private Optional<Map<ThumbnailSize, byte[]>> known(Person person) {
        synchronized (drawn) {
            return Optional.ofNullable(drawn.get(person.index()));
        }
    }

    /** Whoever waited for somebody else to draw the same person finds it done. */
    private Map<ThumbnailSize, byte[]> drawnInTurn(Person person) {
        atOnce.acquireUninterruptibly();
        try {
            return known(person).orElseGet(() -> keep(person, draw(person)));
        } finally {
            atOnce.release();
        }
    }

    private Map<ThumbnailSize, byte[]> keep(Person person, Map<ThumbnailSize, byte[]> thumbnails) {
        synchronized (drawn) {
            drawn.put(person.index(), thumbnails);
        }
        return thumbnails;
    }

    /** What a pull makes: three squares, encoded anew and so never the bytes of Exchange. */
    static Map<ThumbnailSize, byte[]> pulled(BufferedImage image) {
        return thumbnails(image, ThumbnailSize.L.pixels(), PULLED_QUALITY);
    }

    private Map<ThumbnailSize, byte[]> draw(Person person) {
        return switch (person.sharePoint()) {
            case IN_SYNC_PULLED, IN_SYNC_ACCOUNT_FORM -> pulled(pictures.atStart(person));
            case SMALLER_COPY -> thumbnails(pictures.atStart(person), SMALLER, PULLED_QUALITY);
            case LARGER_COPY -> thumbnails(pictures.atStart(person), LARGER, SCRIPT_QUALITY);
            default -> pulled(pictures.earlier(person));
        };
    }

    /** The small ones are made of the large one's pixels: a tenth of the work, and nobody sees it. */
    private static Map<ThumbnailSize, byte[]> thumbnails(BufferedImage image, int large, float quality) {
        BufferedImage base = Pictures.square(image, Math.max(large, ThumbnailSize.L.pixels()));
        return Map.of(
                ThumbnailSize.L, Pictures.jpeg(Pictures.square(base, large), quality),
                ThumbnailSize.M, Pictures.jpeg(Pictures.square(base, ThumbnailSize.M.pixels()), quality),
                ThumbnailSize.S, Pictures.jpeg(Pictures.square(base, ThumbnailSize.S.pixels()), quality));
    }

    /** The thumbnail as a file's content, drawn at the first look. */
    Blob blob(Person person, ThumbnailSize size) {
        return new Blob() {
            @Override
            public long length() {
                return jpeg(person, size).length;
            }

            @Override
            public byte[] read() {
                return jpeg(person, size).clone();
            }
        };
    }

    Optional<Blob> contentAtStart(Person person, ThumbnailSize size) {
        return hasFiles(person.sharePoint()) ? Optional.of(blob(person, size)) : Optional.empty();
    }
}
