package org.photobridge.portal.engine.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes JPEGs, as good as the room allows. */
final class JpegWriter {

    private static final float[] QUALITIES = {0.90f, 0.80f, 0.65f, 0.50f};

    private JpegWriter() {}

    static byte[] within(int mostBytes, BufferedImage image) throws PictureRefused {
        for (float quality : QUALITIES) {
            byte[] bytes = encoded(image, quality);
            if (bytes.length <= mostBytes) {
                return bytes;
            }
        }
        throw new PictureRefused(
                Fault.DOES_NOT_FIT, image.getWidth() + " pixels don't fit into " + mostBytes + " bytes");
    }

    private static byte[] encoded(BufferedImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
