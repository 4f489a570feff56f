package org.photobridge.simulator.sharepoint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.Map;
import org.photobridge.simulator.directory.Pictures;

/** The grey figure that stands for people without a picture. Ours isn't Microsoft's, byte for byte. */
final class Placeholder {
    private static final Map<ThumbnailSize, byte[]> PNGS = new EnumMap<>(ThumbnailSize.class);

    static {
        for (ThumbnailSize size : ThumbnailSize.values()) {
            PNGS.put(size, Pictures.png(Pictures.square(image(), size.pixels())));
        }
    }

    private Placeholder() {}

    static byte[] png(ThumbnailSize size) {
        return PNGS.get(size).clone();
    }

    static BufferedImage image() {
        int side = ThumbnailSize.L.pixels();
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(0xEDEBE9));
        graphics.fillRect(0, 0, side, side);
        graphics.setColor(new Color(0xA19F9D));
        graphics.fillOval(side * 3 / 10, side / 6, side * 4 / 10, side * 4 / 10);
        graphics.fillOval(side / 6, side * 6 / 10, side * 4 / 6, side * 6 / 10);
        graphics.dispose();
        return image;
    }
}
