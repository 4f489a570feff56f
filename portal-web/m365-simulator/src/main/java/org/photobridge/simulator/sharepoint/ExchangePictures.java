package org.photobridge.simulator.sharepoint;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.photobridge.simulator.directory.Person;
import org.photobridge.simulator.directory.PhotoStore;
import org.photobridge.simulator.directory.Pictures;

/** The tenant's pictures, decoded. */
record ExchangePictures(PhotoStore photos) implements PictureSource {
    private static final long MOST_PIXELS = 25_000_000;

    @Override
    public boolean isThere(Person person) {
        return photos.photo(person).isPresent();
    }

    /** Invented: what the JDK can't read, or is beyond all measure, SharePoint can't read either. */
    @Override
    public Optional<BufferedImage> now(Person person) {
        Optional<byte[]> bytes = photos.current(person);
        try {
            return bytes.isPresent() && isMeasured(bytes.get())
                    ? Optional.of(Pictures.decoded(bytes.get()))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public BufferedImage atStart(Person person) {
        return photos.atStart(person);
    }

    @Override
    public BufferedImage earlier(Person person) {
        return photos.drawnEarlier(person);
    }

    private static boolean isMeasured(byte[] picture) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return false;
            }
            ImageReader reader = readers.next();
            reader.setInput(in);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            reader.dispose();
            return pixels <= MOST_PIXELS;
        }
    }
}
