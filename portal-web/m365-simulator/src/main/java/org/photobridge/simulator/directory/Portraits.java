package org.photobridge.simulator.directory;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/**
 * Draws a portrait for every person and generation: one of sixty drawings on one of twelve grounds, with a spot in a
 * corner. The pictures of one person's successive generations differ in drawing and ground both.
 */
final class Portraits {
    static final int SIDE = 648;
    private static final int DRAWINGS = 60;
    private static final int GROUNDS = 12;

    private final long seed;
    private final Map<Integer, SoftReference<int[]>> decoded = new ConcurrentHashMap<>();

    Portraits(long seed) {
        this.seed = seed;
    }

    /** The picture that a person had in a generation; 0 is the earlier one, 1 the current one at the start. */
    BufferedImage draw(int index, int generation) {
        // Consecutive people get other drawings first, then other grounds: 720 people until both come again.
        long base = Integer.toUnsignedLong((int) Mix.of(seed, 0, "portraits")) % (DRAWINGS * GROUNDS) + index;
        // 7 steps: 26 and 38, who look like twins, are 12 apart and never follow each other.
        int drawing = (int) ((base + 7L * generation) % DRAWINGS);
        // 26 and 38 would meet on the same ground if it simply followed the drawing.
        long home = base % DRAWINGS;
        int ground = (int) ((home + home / GROUNDS + base / DRAWINGS + 3L * generation) % GROUNDS);
        BufferedImage image = grounded(drawing, ground(ground));
        spot(image, index, generation);
        return image;
    }

    private static Color ground(int number) {
        // Neighbours in number are far apart in colour; every second one is darker.
        float hue = (number * 5 % GROUNDS) / (float) GROUNDS;
        return Color.getHSBColor(hue, 0.45f, number % 2 == 0 ? 0.96f : 0.66f);
    }

    private BufferedImage grounded(int drawing, Color ground) {
        int[] source = source(drawing);
        int old = source[2 * SIDE + 2];
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = distance(source[i], old) < 14 ? ground.getRGB() : source[i];
        }
        return image;
    }

    private void spot(BufferedImage image, int index, int generation) {
        long draw = Mix.of(seed, index * 31L + generation, "spot");
        int size = SIDE / 9;
        int x = (draw & 1) == 0 ? SIDE / 40 : SIDE - size - SIDE / 40;
        int y = (draw & 2) == 0 ? SIDE / 40 : SIDE / 5;
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.getHSBColor((draw >>> 8 & 0xFF) / 256f, 0.9f, (draw >>> 16 & 1) == 0 ? 0.9f : 0.35f));
        graphics.fillOval(x, y, size, size);
        graphics.dispose();
    }

    private static int distance(int one, int other) {
        int red = Math.abs((one >> 16 & 0xFF) - (other >> 16 & 0xFF));
        int green = Math.abs((one >> 8 & 0xFF) - (other >> 8 & 0xFF));
        int blue = Math.abs((one & 0xFF) - (other & 0xFF));
        return Math.max(red, Math.max(green, blue));
    }

    private int[] source(int drawing) {
        SoftReference<int[]> known = decoded.get(drawing);
        int[] pixels = known == null ? null : known.get();
        if (pixels == null) {
            pixels = read(drawing);
            decoded.put(drawing, new SoftReference<>(pixels));
        }
        return pixels;
    }

    private static int[] read(int drawing) {
        String name = String.format("/portraits/portrait-%02d.jpg", drawing);
        try (InputStream in = Portraits.class.getResourceAsStream(name)) {
            return ImageIO.read(in).getRGB(0, 0, SIDE, SIDE, null, 0, SIDE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
