package org.photobridge.portal.engine.image;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * How a picture looks: 48 x 48 pixels of 16 bits, and how large it really is. Two looks can be compared without the pictures.
 *
 * <p>The measure is the worst of the 36 blocks of 8 x 8 pixels, by mean difference of colour. On sixty portraits the same
 * picture re-encoded and scaled stayed under 6, enlarged from 96 pixels under 14, and different people began at 28.
 */
public final class Look {

    /** Under this distance two pictures are alike; unsure counts as different. */
    public static final double ALIKE = 15;

    private static final int SIZE = 48;
    private static final int BLOCK = 8;
    private static final int LENGTH = 2 * (1 + SIZE * SIZE);

    private final short[] pixels;
    private final short side;

    private Look(short side, short[] pixels) {
        this.side = side;
        this.pixels = pixels;
    }

    /** A look that was stored. */
    public static Look of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A look has " + LENGTH + " bytes, not " + bytes.length);
        }
        short[] pixels = new short[SIZE * SIZE];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        short side = buffer.getShort();
        buffer.asShortBuffer().get(pixels);
        return new Look(side, pixels);
    }

    static Look of(BufferedImage square, int side) {
        int[] colours = new AreaAverage(square, SIZE).colours();
        short[] pixels = new short[colours.length];
        for (int i = 0; i < colours.length; i++) {
            int colour = colours[i];
            pixels[i] = (short) ((colour >> 8 & 0xf800) | (colour >> 5 & 0x07e0) | (colour >> 3 & 0x001f));
        }
        return new Look((short) Math.min(side, Short.MAX_VALUE), pixels);
    }

    /** The bytes to be stored: 4610. */
    public byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(LENGTH).putShort(side);
        buffer.asShortBuffer().put(pixels);
        return buffer.array();
    }

    /** How many pixels wide and high the picture is. */
    public int side() {
        return side;
    }

    public boolean isAlike(Look other) {
        return distance(other) < ALIKE;
    }

    /** 0 for the same look, up to 255. */
    public double distance(Look other) {
        double worst = 0;
        for (int y = 0; y < SIZE; y += BLOCK) {
            for (int x = 0; x < SIZE; x += BLOCK) {
                worst = Math.max(worst, distance(other, x, y));
            }
        }
        return worst;
    }

    private double distance(Look other, int left, int top) {
        long sum = 0;
        for (int y = top; y < top + BLOCK; y++) {
            for (int x = left; x < left + BLOCK; x++) {
                sum += difference(pixel(x, y), other.pixel(x, y));
            }
        }
        return sum / (3.0 * BLOCK * BLOCK);
    }

    private int pixel(int x, int y) {
        return pixels[y * SIZE + x] & 0xffff;
    }

    private static int difference(int one, int two) {
        int red = (one >> 8 & 0xf8) - (two >> 8 & 0xf8);
        int green = (one >> 3 & 0xfc) - (two >> 3 & 0xfc);
        int blue = (one << 3 & 0xf8) - (two << 3 & 0xf8);
        return Math.abs(red) + Math.abs(green) + Math.abs(blue);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Look that && side == that.side && Arrays.equals(pixels, that.pixels);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pixels);
    }
}
