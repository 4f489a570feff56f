package org.photobridge.simulator.directory;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** The pictures that break naive programs. */
final class OddPictures {
    static final int HUGE_SIDE = 30_000;
    private static final byte[] PIXEL =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");
    private static byte[] huge;

    private OddPictures() {}

    static byte[] placeholderGif() {
        return PIXEL.clone();
    }

    /** Sound as far as its header, random from there. */
    static byte[] corrupt(byte[] jpeg) {
        byte[] broken = jpeg.clone();
        for (int i = broken.length / 20; i < broken.length; i++) {
            broken[i] = (byte) Mix.of(7, i, "corrupt");
        }
        return broken;
    }

    static byte[] transparentPng(BufferedImage image) {
        BufferedImage round = new BufferedImage(500, 500, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = round.createGraphics();
        graphics.setComposite(AlphaComposite.Src);
        graphics.setClip(new Ellipse2D.Float(0, 0, 500, 500));
        graphics.drawImage(image, 0, 0, 500, 500, null);
        graphics.dispose();
        return Pictures.png(round);
    }

    /** Four bands without an Adobe marker: plain CMYK. */
    static byte[] cmyk(BufferedImage image) {
        int side = image.getWidth();
        WritableRaster raster = Raster.createInterleavedRaster(0, side, side, 4, null);
        int[] pixel = new int[4];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                raster.setPixel(x, y, separated(image.getRGB(x, y), pixel));
            }
        }
        return fourBandJpeg(raster);
    }

    private static int[] separated(int rgb, int[] pixel) {
        int red = rgb >> 16 & 0xFF;
        int green = rgb >> 8 & 0xFF;
        int blue = rgb & 0xFF;
        int key = 255 - Math.max(red, Math.max(green, blue));
        pixel[0] = 255 - red - key;
        pixel[1] = 255 - green - key;
        pixel[2] = 255 - blue - key;
        pixel[3] = key;
        return pixel;
    }

    private static byte[] fourBandJpeg(Raster raster) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Lies on its left side; orientation 6 says "turn me clockwise". */
    static byte[] turned(BufferedImage image) {
        int side = image.getWidth();
        BufferedImage lying = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = lying.createGraphics();
        graphics.drawImage(image, AffineTransform.getQuadrantRotateInstance(3, side / 2.0, side / 2.0), null);
        graphics.dispose();
        return withOrientation(Pictures.jpeg(lying, 0.88f), 6);
    }

    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] tiff = {
            'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0
        };
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (tiff.length + 8), 'E', 'x', 'i', 'f', 0, 0});
        bytes.writeBytes(tiff);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    /** 900 million pixels of one bit each. */
    static synchronized byte[] hugePng() {
        if (huge == null) {
            try {
                huge = makeHuge();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return huge.clone();
    }

    private static byte[] makeHuge() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(HUGE_SIDE);
        fields.writeInt(HUGE_SIDE);
        fields.write(new byte[] {1, 0, 0, 0, 0});
        chunk(bytes, "IHDR", header.toByteArray());
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        try (OutputStream packed = new DeflaterOutputStream(pixels, new Deflater(Deflater.BEST_SPEED))) {
            byte[] row = new byte[1 + HUGE_SIDE / 8];
            for (int y = 0; y < HUGE_SIDE; y++) {
                packed.write(row);
            }
        }
        chunk(bytes, "IDAT", pixels.toByteArray());
        chunk(bytes, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(OutputStream out, String type, byte[] data) throws IOException {
        DataOutputStream chunk = new DataOutputStream(out);
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        chunk.writeInt(data.length);
        chunk.write(name);
        chunk.write(data);
        chunk.writeInt((int) sum.getValue());
    }
}
