package org.photobridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PortraitsTest {

    /** As far as the worst block of pictures of different people is apart at least. */
    private static final double CLEARLY_DIFFERENT = 28;

    @Test
    void same_name_gives_the_same_bytes() {
        assertThat(Portraits.jpeg("anna", 200)).isEqualTo(Portraits.jpeg("anna", 200));
    }

    @Test
    void pictures_have_the_asked_size_and_format() throws IOException {
        assertThat(decoded(Portraits.jpeg("anna", 200)).getWidth()).isEqualTo(200);
        assertThat(Portraits.jpeg("anna")).startsWith(0xFF, 0xD8);
        assertThat(Portraits.png("anna", 64)).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void forty_names_look_different_in_pairs() {
        List<BufferedImage> faces = IntStream.range(0, 40)
                .mapToObj(number -> Portraits.drawn("person-" + number, 48))
                .toList();
        for (int one = 0; one < faces.size(); one++) {
            for (int other = one + 1; other < faces.size(); other++) {
                assertThat(worstBlock(faces.get(one), faces.get(other)))
                        .as(one + " and " + other)
                        .isGreaterThan(CLEARLY_DIFFERENT);
            }
        }
    }

    private static double worstBlock(BufferedImage one, BufferedImage other) {
        return IntStream.range(0, 36)
                .mapToDouble(block -> meanDifference(one, other, block % 6 * 8, block / 6 * 8))
                .max()
                .orElseThrow();
    }

    private static double meanDifference(BufferedImage one, BufferedImage other, int left, int top) {
        return IntStream.range(0, 64)
                .mapToDouble(
                        i -> difference(one.getRGB(left + i % 8, top + i / 8), other.getRGB(left + i % 8, top + i / 8)))
                .average()
                .orElseThrow();
    }

    private static double difference(int one, int other) {
        return IntStream.of(0, 8, 16)
                .map(shift -> Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)))
                .average()
                .orElseThrow();
    }

    private static BufferedImage decoded(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }
}
