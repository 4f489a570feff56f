package org.photobridge.portal.engine.image;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Which way up a camera held the picture, by its EXIF data. */
record Orientation(int value) {

    private static final Logger LOG = System.getLogger(Orientation.class.getName());
    private static final Orientation UPRIGHT = new Orientation(1);

    /** A JPEG's orientation; upright if it doesn't say or says nonsense. */
    static Orientation ofJpeg(byte[] bytes) {
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            List<JPEGSegment> exif = JPEGSegmentUtil.readSegments(stream, JPEG.APP1, "Exif");
            return exif.isEmpty() ? UPRIGHT : ofExif(exif.get(0));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "EXIF data can''t be read, so the picture stays as it is: {0}", e.toString());
            return UPRIGHT;
        }
    }

    private static Orientation ofExif(JPEGSegment exif) throws IOException {
        try (InputStream data = exif.data();
                ImageInputStream stream = new MemoryCacheImageInputStream(afterPadding(data))) {
            Directory directory = new TIFFReader().read(stream);
            Entry entry = directory.getEntryById(TIFF.TAG_ORIENTATION);
            return entry != null && entry.getValue() instanceof Number number ? of(number.intValue()) : UPRIGHT;
        }
    }

    private static InputStream afterPadding(InputStream data) throws IOException {
        return data.read() < 0 ? InputStream.nullInputStream() : data;
    }

    private static Orientation of(int value) {
        return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
    }

    /** The square picture, turned and mirrored so that it is upright. */
    BufferedImage upright(BufferedImage square) {
        if (value == 1) {
            return square;
        }
        int side = square.getWidth();
        BufferedImage turned = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = turned.createGraphics();
        graphics.drawImage(square, turn(side), null);
        graphics.dispose();
        return turned;
    }

    private AffineTransform turn(double side) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, side, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, side, side);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, side);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, side, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, side, side);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, side);
            default -> new AffineTransform();
        };
    }
}
