package org.photobridge.portal.engine.image;

import java.awt.image.BufferedImage;

/**
 * Scales a square picture to few pixels by averaging exactly what lies under each: unlike interpolation it doesn't depend on
 * the size that the picture came in, so that copies of different sizes can be compared.
 */
final class AreaAverage {

    private final int[] pixels;
    private final int side;
    private final int size;
    private final double scale;

    AreaAverage(BufferedImage square, int size) {
        this.side = square.getWidth();
        this.pixels = square.getRGB(0, 0, side, side, null, 0, side);
        this.size = size;
        this.scale = (double) side / size;
    }

    /** Row by row, 0xRRGGBB. */
    int[] colours() {
        int[] colours = new int[size * size];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = colour(i % size, i / size);
        }
        return colours;
    }

    private int colour(int x, int y) {
        double[] sums = new double[4];
        for (int row = (int) (y * scale); row < Math.min(side, (y + 1) * scale); row++) {
            double height = overlap(row, y);
            for (int column = (int) (x * scale); column < Math.min(side, (x + 1) * scale); column++) {
                add(sums, pixels[row * side + column], height * overlap(column, x));
            }
        }
        return mean(sums, 0) << 16 | mean(sums, 1) << 8 | mean(sums, 2);
    }

    /** How much of a pixel lies within a cell, in one direction. */
    private double overlap(int pixel, int cell) {
        return Math.min(pixel + 1, (cell + 1) * scale) - Math.max(pixel, cell * scale);
    }

    private static void add(double[] sums, int colour, double weight) {
        sums[0] += weight * (colour >> 16 & 0xff);
        sums[1] += weight * (colour >> 8 & 0xff);
        sums[2] += weight * (colour & 0xff);
        sums[3] += weight;
    }

    private static int mean(double[] sums, int channel) {
        return (int) Math.round(sums[channel] / sums[3]);
    }
}
