package org.photobridge.simulator.directory;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Scales by area: no pixel of the source is skipped and none counts twice, so small pictures stay true. */
final class AreaScaling {
    private AreaScaling() {}

    /** @param image of type INT_RGB, and not a part of a larger one */
    static BufferedImage scaled(BufferedImage image, int width, int height) {
        if (image.getWidth() == width && image.getHeight() == height) {
            return image;
        }
        int[] source = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        float[] narrowed = narrowed(source, image.getWidth(), image.getHeight(), width);
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) target.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < height; y++) {
            shortened(narrowed, image.getHeight(), width, height, y, pixels);
        }
        return target;
    }

    /** Three floats a pixel, every row brought to the new width. */
    private static float[] narrowed(int[] source, int oldWidth, int oldHeight, int width) {
        float[] result = new float[oldHeight * width * 3];
        double step = (double) oldWidth / width;
        for (int y = 0; y < oldHeight; y++) {
            for (int x = 0; x < width; x++) {
                double from = x * step;
                double to = Math.min(oldWidth, from + step);
                for (int column = (int) from; column < to; column++) {
                    double covered = Math.min(to, column + 1.0) - Math.max(from, column);
                    add(result, (y * width + x) * 3, source[y * oldWidth + column], (float) (covered / (to - from)));
                }
            }
        }
        return result;
    }

    private static void add(float[] result, int at, int rgb, float weight) {
        result[at] += weight * (rgb >> 16 & 0xFF);
        result[at + 1] += weight * (rgb >> 8 & 0xFF);
        result[at + 2] += weight * (rgb & 0xFF);
    }

    private static void shortened(float[] rows, int oldHeight, int width, int height, int y, int[] pixels) {
        double step = (double) oldHeight / height;
        double from = y * step;
        double to = Math.min(oldHeight, from + step);
        float[] sums = new float[width * 3];
        for (int row = (int) from; row < to; row++) {
            float weight = (float) ((Math.min(to, row + 1.0) - Math.max(from, row)) / (to - from));
            int start = row * width * 3;
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weight * rows[start + i];
            }
        }
        for (int x = 0; x < width; x++) {
            int red = Math.round(sums[x * 3]);
            int green = Math.round(sums[x * 3 + 1]);
            int blue = Math.round(sums[x * 3 + 2]);
            pixels[y * width + x] = red << 16 | green << 8 | blue;
        }
    }
}
