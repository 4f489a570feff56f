package org.photobridge.portal.engine.image;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ServiceRegistry;

/**
 * The image readers that we trust, each named: no plug-in that happens to lie on the class path ever opens a picture.
 *
 * <p>ImageIO's own registry scans the class path of whatever thread touches it first, which inside a server may be anybody's;
 * so ours is separate and filled by hand.
 */
final class Readers {

    private final ServiceRegistry registry =
            new ServiceRegistry(List.<Class<?>>of(ImageReaderSpi.class).iterator());
    private final ImageReaderSpi jpeg = new JPEGImageReaderSpi();
    private final ImageReaderSpi webp = new WebPImageReaderSpi();

    Readers() {
        Iterator<ImageReaderSpi> builtIn =
                IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, this::isOfTheJdk, true);
        builtIn.forEachRemaining(spi -> registry.registerServiceProvider(spi, ImageReaderSpi.class));
        // Registering tells it where the JDK's reader is, to which it leaves the easy cases.
        registry.registerServiceProvider(jpeg, ImageReaderSpi.class);
    }

    private boolean isOfTheJdk(Object spi) {
        return spi.getClass().getName().startsWith("com.sun.imageio.");
    }

    ImageReader readerOf(PictureFormat format) throws IOException {
        return switch (format) {
            case JPEG -> jpeg.createReaderInstance();
            case WEBP -> webp.createReaderInstance();
            default -> builtIn(format.name()).createReaderInstance();
        };
    }

    private ImageReaderSpi builtIn(String format) {
        Predicate<ImageReaderSpi> fits = spi -> List.of(spi.getFormatNames()).contains(format);
        Iterator<ImageReaderSpi> found = registry.getServiceProviders(
                ImageReaderSpi.class, spi -> isOfTheJdk(spi) && fits.test((ImageReaderSpi) spi), true);
        if (!found.hasNext()) {
            throw new IllegalStateException("This Java has no reader for " + format);
        }
        return found.next();
    }
}
