package org.photobridge.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What Graph says of a person's largest picture, without the picture.
 *
 * @param etag Microsoft's mark of this version; empty if it gives none
 */
record PhotoMetadata(String etag, long width, long height) {
    /** The squares that the service keeps of a picture; a picture of any other size comes from Entra ID as it is. */
    private static final List<Integer> SQUARES = List.of(48, 64, 96, 120, 240, 360, 432, 504, 648);

    private static final int LONGEST_FINGERPRINT = 300;

    /** The metadata; empty if this isn't any. */
    static Optional<PhotoMetadata> of(Json photo) {
        Optional<Long> width = photo.number("width").filter(pixels -> pixels > 0);
        Optional<Long> height = photo.number("height").filter(pixels -> pixels > 0);
        if (width.isEmpty() || height.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PhotoMetadata(photo.text("@odata.mediaEtag").orElse(""), width.get(), height.get()));
    }

    /** The one-pixel picture that stands for "no picture". */
    boolean isPlaceholder() {
        return width == 1 && height == 1;
    }

    /**
     * The size to ask for; empty for the largest. Where the service keeps squares, every square up to the largest is
     * there.
     */
    Optional<Integer> bestSize(int mostPixels) {
        if (width != height || !SQUARES.contains((int) width)) {
            return Optional.empty();
        }
        return SQUARES.stream()
                .filter(square -> square >= mostPixels && square < width)
                .findFirst();
    }

    /**
     * Changes with Microsoft's mark, and with the size asked for, because that changes the bytes. Only ever compared with
     * marks from the same place: the mark that comes with the bytes themselves may be another.
     *
     * @return empty if Microsoft gives no mark: then only the bytes can tell
     */
    Optional<String> fingerprint(int mostPixels) {
        if (etag.isEmpty()) {
            return Optional.empty();
        }
        String mark = etag.length() <= LONGEST_FINGERPRINT ? etag : hash(etag.getBytes(StandardCharsets.UTF_8));
        String size = bestSize(mostPixels).map(Object::toString).orElse("largest");
        return Optional.of(mark + " " + width + "x" + height + " as " + size);
    }

    /** The fingerprint of a picture that has no mark. */
    static String hash(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
