package org.photobridge.portal.engine.image;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Scales one square picture to several sizes, in halvings that they share: as sharp as averaging, and much faster. */
final class Scaler {

    /** The picture, and each time half of it. */
    private final List<BufferedImage> halvings = new ArrayList<>();

    Scaler(BufferedImage square) {
        halvings.add(square);
    }

    BufferedImage to(int pixels) {
        int level = 0;
        while (halving(level).getWidth() >= 2 * pixels) {
            level++;
        }
        BufferedImage nearest = halving(level);
        return nearest.getWidth() == pixels ? nearest : drawn(nearest, pixels);
    }

    private BufferedImage halving(int level) {
        if (level == halvings.size()) {
            BufferedImage last = halvings.get(level - 1);
            halvings.add(drawn(last, (last.getWidth() + 1) / 2));
        }
        return halvings.get(level);
    }

    private static BufferedImage drawn(BufferedImage image, int pixels) {
        BufferedImage scaled = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scaled.createGraphics();
        boolean smaller = pixels <= image.getWidth();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                smaller ? RenderingHints.VALUE_INTERPOLATION_BILINEAR : RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, pixels, pixels, null);
        graphics.dispose();
        return scaled;
    }
}
