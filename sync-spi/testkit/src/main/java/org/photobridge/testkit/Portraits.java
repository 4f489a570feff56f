package org.photobridge.testkit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Small pictures drawn from a name: the same name gives the same bytes, another size of it looks alike, another name
 * looks different to people and to a comparison by look.
 */
public final class Portraits {

    private Portraits() {}

    /** A square JPEG. */
    public static byte[] jpeg(String name, int pixels) {
        return encoded(drawn(name, pixels), "jpg");
    }

    /** A JPEG of 96 pixels, for tests that don't care. */
    public static byte[] jpeg(String name) {
        return jpeg(name, 96);
    }

    /** A square PNG. */
    public static byte[] png(String name, int pixels) {
        return encoded(drawn(name, pixels), "png");
    }

    /** The picture before it is encoded. */
    public static BufferedImage drawn(String name, int pixels) {
        int[] colours = coloursOf(name);
        BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < pixels; y++) {
            for (int x = 0; x < pixels; x++) {
                image.setRGB(x, y, colours[partAt((x + 0.5) / pixels, (y + 0.5) / pixels)]);
            }
        }
        return image;
    }

    /** Four wall colours, hair, face and clothes: enough that two names differ strongly somewhere. */
    private static int[] coloursOf(String name) {
        Random random = new Random(name.hashCode() * 2_654_435_761L);
        return random.ints(7, 0, 0x1000000).toArray();
    }

    private static int partAt(double x, double y) {
        if (inEllipse(x - 0.5, y - 0.45, 0.2, 0.25)) {
            return y < 0.32 ? 4 : 5;
        }
        if (inEllipse(x - 0.5, y - 1.0, 0.4, 0.28)) {
            return 6;
        }
        return (x < 0.5 ? 0 : 1) + (y < 0.5 ? 0 : 2);
    }

    private static boolean inEllipse(double dx, double dy, double width, double height) {
        return (dx * dx) / (width * width) + (dy * dy) / (height * height) < 1;
    }

    private static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
