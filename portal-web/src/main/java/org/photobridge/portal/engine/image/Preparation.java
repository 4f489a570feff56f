package org.photobridge.portal.engine.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.imageio.ImageIO;
import org.photobridge.spi.PreparedPicture;
import org.photobridge.spi.Rendition;

/** Makes all sizes that a target wants from one portrait. */
public final class Preparation {

    /** Raise it whenever the same picture would come out otherwise than before. */
    private static final String IMAGE_RULES =
            "1: square by centre, upright, sRGB, on white, halvings, JPEG 90 80 65 50";

    private final List<Rendition> renditions;

    public Preparation(List<Rendition> renditions) {
        this.renditions = List.copyOf(renditions);
    }

    /** The largest side that a target wants. */
    public int largest() {
        return renditions.stream().mapToInt(Rendition::pixels).max().orElseThrow();
    }

    /** A hash of all that decides what comes out for the same picture. */
    public String recipe() {
        List<String> parts = new ArrayList<>(List.of(IMAGE_RULES));
        renditions.stream().map(Rendition::toString).forEach(parts::add);
        return Sha256.of(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }

    /** Makes all sizes. */
    public Prepared prepare(Portrait portrait) throws PictureRefused {
        Scaler scaler = new Scaler(portrait.image());
        List<PreparedPicture> pictures = new ArrayList<>();
        for (Rendition rendition : renditions) {
            pictures.add(PreparedPicture.of(rendition, encoded(scaler.to(rendition.pixels()), rendition)));
        }
        return new Prepared(pictures, hash(pictures), portrait.side() < largest());
    }

    private static byte[] encoded(BufferedImage image, Rendition rendition) throws PictureRefused {
        return rendition.mediaType().equals("image/png")
                ? png(image, rendition.maxBytes())
                : JpegWriter.within(rendition.maxBytes(), image);
    }

    private static byte[] png(BufferedImage image, int mostBytes) throws PictureRefused {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written", e);
        }
        if (bytes.size() > mostBytes) {
            throw new PictureRefused(Fault.DOES_NOT_FIT, bytes.size() + " bytes, " + mostBytes + " are allowed");
        }
        return bytes.toByteArray();
    }

    private static String hash(List<PreparedPicture> pictures) {
        List<PreparedPicture> sorted = new ArrayList<>(pictures);
        sorted.sort(Comparator.comparing(picture -> picture.rendition().name()));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        sorted.forEach(picture -> all.writeBytes(picture.bytes()));
        return Sha256.of(all.toByteArray());
    }
}
