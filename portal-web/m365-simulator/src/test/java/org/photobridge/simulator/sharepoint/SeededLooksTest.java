package org.photobridge.simulator.sharepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.photobridge.simulator.directory.Person;
import org.photobridge.simulator.directory.Pictures;
import org.photobridge.simulator.directory.SharePointStart;
import org.photobridge.simulator.directory.SiteLocale;
import org.photobridge.simulator.directory.Tenant;
import org.photobridge.simulator.http.Site;
import org.photobridge.simulator.http.SiteUrls;

/** Whoever compares pictures by look must come to the verdict that the start intends. */
class SeededLooksTest {
    private static final int SIDE = 48;
    private static final int BLOCK = 8;
    private static final int SAMPLES = 6;

    private final Tenant tenant = new Tenant(42, 200, SiteLocale.EN, urls());
    private final ThumbnailDrawing drawing = new ThumbnailDrawing(new ExchangePictures(tenant.photos()));

    @Test
    void copies_in_sync_look_alike_and_stale_ones_different() throws IOException {
        int compared = 0;
        for (Person person : tenant.people().toList()) {
            if (person.photo().isUsable() && ThumbnailDrawing.hasFiles(person.sharePoint()) && isReadable(person)) {
                compare(person);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(80);
    }

    private void compare(Person person) throws IOException {
        byte[] current = tenant.photos().current(person).orElseThrow();
        byte[] copy = drawing.jpeg(person, ThumbnailSize.L);
        assertThat(copy).isNotEqualTo(current);
        double distance = distance(Pictures.decoded(current), Pictures.decoded(copy));
        if (isCopyOfCurrent(person.sharePoint())) {
            assertThat(distance).as(person.userPrincipalName()).isLessThan(15);
        } else {
            assertThat(distance).as(person.userPrincipalName()).isGreaterThan(28);
        }
    }

    private static boolean isCopyOfCurrent(SharePointStart start) {
        return start.isInSync() || start == SharePointStart.SMALLER_COPY;
    }

    /** The JDK reads neither CMYK nor the mark that says a picture lies on its side. */
    private static boolean isReadable(Person person) {
        return switch (person.photo()) {
            case CMYK, EXIF_TURNED -> false;
            default -> true;
        };
    }

    /** The worst of 36 blocks, by mean difference of colour. */
    private static double distance(BufferedImage one, BufferedImage other) {
        double worst = 0;
        for (int y = 0; y < SIDE; y += BLOCK) {
            for (int x = 0; x < SIDE; x += BLOCK) {
                worst = Math.max(worst, blockDistance(one, other, x, y));
            }
        }
        return worst;
    }

    private static double blockDistance(BufferedImage one, BufferedImage other, int left, int top) {
        double sum = 0;
        for (int y = top; y < top + BLOCK; y++) {
            for (int x = left; x < left + BLOCK; x++) {
                double[] a = mean(one, x, y);
                double[] b = mean(other, x, y);
                sum += Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]);
            }
        }
        return sum / (3.0 * BLOCK * BLOCK);
    }

    /** The mean colour of one of 48 x 48 cells of the picture's middle square, by a few samples. */
    private static double[] mean(BufferedImage image, int cellX, int cellY) {
        double side = Math.min(image.getWidth(), image.getHeight());
        double left = (image.getWidth() - side) / 2;
        double top = (image.getHeight() - side) / 2;
        double[] sum = new double[3];
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            double x = left + side * (cellX + (i % SAMPLES + 0.5) / SAMPLES) / SIDE;
            double y = top + side * (cellY + (i / SAMPLES + 0.5) / SAMPLES) / SIDE;
            int colour = image.getRGB((int) x, (int) y);
            sum[0] += colour >> 16 & 0xFF;
            sum[1] += colour >> 8 & 0xFF;
            sum[2] += colour & 0xFF;
        }
        int count = SAMPLES * SAMPLES;
        return new double[] {sum[0] / count, sum[1] / count, sum[2] / count};
    }

    private static SiteUrls urls() {
        Map<Site, URI> urls = new EnumMap<>(Site.class);
        for (Site site : Site.values()) {
            urls.put(site, URI.create("https://localhost:" + (9440 + site.ordinal())));
        }
        return new SiteUrls(urls);
    }
}
