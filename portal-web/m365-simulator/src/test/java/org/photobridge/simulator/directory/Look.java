package org.photobridge.simulator.directory;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;

/** How far two pictures look apart: both at 48 px, the worst 8 x 8 block's difference of mean colour. */
final class Look {
    private static final int BLOCKS = 6;
    private static final int BLOCK = 8;

    private Look() {}

    static double[][] of(byte[] picture) {
        try {
            return of(Pictures.decoded(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[][] of(BufferedImage image) {
        BufferedImage small = Pictures.square(image, BLOCKS * BLOCK);
        double[][] blocks = new double[BLOCKS * BLOCKS][3];
        for (int y = 0; y < BLOCKS * BLOCK; y++) {
            for (int x = 0; x < BLOCKS * BLOCK; x++) {
                int rgb = small.getRGB(x, y);
                double[] block = blocks[y / BLOCK * BLOCKS + x / BLOCK];
                block[0] += (rgb >> 16 & 0xFF) / (double) (BLOCK * BLOCK);
                block[1] += (rgb >> 8 & 0xFF) / (double) (BLOCK * BLOCK);
                block[2] += (rgb & 0xFF) / (double) (BLOCK * BLOCK);
            }
        }
        return blocks;
    }

    /** The mean of the three channels' differences in the block where it is greatest. */
    static double difference(double[][] one, double[][] other) {
        double worst = 0;
        for (int i = 0; i < one.length; i++) {
            double sum = 0;
            for (int channel = 0; channel < 3; channel++) {
                sum += Math.abs(one[i][channel] - other[i][channel]);
            }
            worst = Math.max(worst, sum / 3);
        }
        return worst;
    }
}
