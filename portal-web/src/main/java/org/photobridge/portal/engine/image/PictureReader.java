package org.photobridge.portal.engine.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Opens a picture of unknown origin: looks at its bytes and its header before anything is decoded, and refuses in words what
 * can't be used.
 */
public final class PictureReader {

    static final int MOST_BYTES = 16 << 20;
    static final long MOST_PIXELS = 25_000_000;
    static final int MOST_SIDE = 20_000;
    static final int LEAST_SIDE = 16;

    private final Readers readers = new Readers();
    private final int wanted;

    /**
     * A reader.
     *
     * @param wanted the largest side that anybody wants; much larger pictures are read coarsely
     */
    public PictureReader(int wanted) {
        this.wanted = wanted;
    }

    /** Opens a picture. */
    public Portrait read(byte[] bytes) throws PictureRefused {
        if (bytes.length > MOST_BYTES) {
            throw new PictureRefused(Fault.TOO_MANY_BYTES, bytes.length + " bytes");
        }
        PictureFormat format = readable(PictureFormat.of(bytes));
        try {
            return decoded(format, bytes);
        } catch (IOException | RuntimeException e) {
            // Readers answer broken input with every kind of runtime exception.
            throw new PictureRefused(Fault.CORRUPT, format + ": " + e, e);
        }
    }

    private static PictureFormat readable(PictureFormat format) throws PictureRefused {
        switch (format) {
            case HEIC:
                throw new PictureRefused(Fault.HEIC, "A HEIC picture");
            case AVIF:
                throw new PictureRefused(Fault.AVIF, "An AVIF picture");
            case UNKNOWN:
                throw new PictureRefused(Fault.UNKNOWN_FORMAT, "Not JPEG, PNG, GIF, WebP or BMP");
            default:
                return format;
        }
    }

    private Portrait decoded(PictureFormat format, byte[] bytes) throws IOException, PictureRefused {
        ImageReader reader = readers.readerOf(format);
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(stream, true, true);
            int side = checkedSide(reader.getWidth(0), reader.getHeight(0));
            BufferedImage square = square(decode(reader, side));
            BufferedImage upright =
                    format == PictureFormat.JPEG ? Orientation.ofJpeg(bytes).upright(square) : square;
            return new Portrait(upright, side);
        } finally {
            reader.dispose();
        }
    }

    private static int checkedSide(int width, int height) throws PictureRefused {
        if ((long) width * height > MOST_PIXELS || Math.max(width, height) > MOST_SIDE) {
            throw new PictureRefused(Fault.TOO_MANY_PIXELS, width + " x " + height + " pixels");
        }
        int side = Math.min(width, height);
        if (side < LEAST_SIDE) {
            throw new PictureRefused(Fault.TOO_SMALL, width + " x " + height + " pixels");
        }
        return side;
    }

    private BufferedImage decode(ImageReader reader, int side) throws IOException, PictureRefused {
        AtomicBoolean truncated = new AtomicBoolean();
        reader.addIIOReadWarningListener((source, warning) -> {
            if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
                truncated.set(true);
            }
        });
        ImageReadParam param = reader.getDefaultReadParam();
        int step = Math.max(1, side / (4 * wanted));
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, param);
        if (truncated.get()) {
            // The rest would be grey: nobody's portrait.
            throw new PictureRefused(Fault.CORRUPT, "The file ends too early");
        }
        return image;
    }

    /** The middle of the picture, in sRGB, on white. */
    private static BufferedImage square(BufferedImage decoded) {
        int side = Math.min(decoded.getWidth(), decoded.getHeight());
        int x = (decoded.getWidth() - side) / 2;
        int y = (decoded.getHeight() - side) / 2;
        BufferedImage middle = inSrgb(decoded.getSubimage(x, y, side, side));
        BufferedImage square = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = square.createGraphics();
        graphics.drawImage(middle, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return square;
    }

    private static BufferedImage inSrgb(BufferedImage image) {
        ColorSpace space = image.getColorModel().getColorSpace();
        if (space.isCS_sRGB() || space.getType() != ColorSpace.TYPE_RGB) {
            return image;
        }
        BufferedImage converted = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        return new ColorConvertOp(null).filter(image, converted);
    }
}
