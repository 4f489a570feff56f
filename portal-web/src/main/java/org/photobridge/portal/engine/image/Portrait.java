package org.photobridge.portal.engine.image;

import java.awt.image.BufferedImage;

/**
 * A picture that was opened: square, upright, sRGB, opaque, without metadata.
 *
 * @param image of the type INT_RGB
 * @param side how many pixels wide and high the picture really is: more than the image's, if that was read coarsely
 */
public record Portrait(BufferedImage image, int side) {

    private static final int PREVIEW = 96;
    private static final int MOST_PREVIEW_BYTES = 32_768;

    /** How it looks. */
    public Look look() {
        return Look.of(image, side);
    }

    /** A JPEG of 96 x 96 pixels for pages. */
    public byte[] preview() {
        try {
            return JpegWriter.within(MOST_PREVIEW_BYTES, new Scaler(image).to(PREVIEW));
        } catch (PictureRefused e) {
            throw new IllegalStateException("96 x 96 pixels always fit into 32 kB", e);
        }
    }
}
