package org.photobridge.portal.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.photobridge.spi.Rendition;

class LookTest {

    private static final Path PORTRAITS = Path.of("m365-simulator/src/main/resources/portraits");
    private final PictureReader reader = new PictureReader(200);

    @Test
    void a_copy_is_alike_and_another_person_is_not() throws Exception {
        List<Portrait> people = people();
        double farthestCopy = 0;
        double nearestOther = 255;
        List<Look> before = new ArrayList<>();
        for (Portrait person : people) {
            Look look = person.look();
            farthestCopy = Math.max(farthestCopy, look.distance(copied(person, 200)));
            for (Look other : before) {
                nearestOther = Math.min(nearestOther, look.distance(other));
            }
            before.add(look);
        }

        assertThat(people).hasSize(60);
        assertThat(farthestCopy).isLessThan(8);
        assertThat(nearestOther).isGreaterThan(26);
    }

    @Test
    void a_stored_look_is_the_same_look() throws Exception {
        Look look = people().get(0).look();

        Look stored = Look.of(look.bytes());

        assertThat(stored).isEqualTo(look);
        assertThat(stored.side()).isEqualTo(648);
        assertThat(stored.distance(look)).isZero();
    }

    @Test
    void the_measure_ends_at_black_against_white() {
        BufferedImage black = new BufferedImage(48, 48, BufferedImage.TYPE_INT_RGB);
        BufferedImage white = new BufferedImage(48, 48, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 48 * 48; i++) {
            white.setRGB(i % 48, i / 48, 0xffffff);
        }

        assertThat(Look.of(black, 48).distance(Look.of(white, 48))).isBetween(245.0, 255.0);
    }

    private List<Portrait> people() throws IOException, PictureRefused {
        List<Portrait> people = new ArrayList<>();
        try (Stream<Path> files = Files.list(PORTRAITS)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jpg"))
                    .sorted()
                    .toList()) {
                people.add(reader.read(Files.readAllBytes(file)));
            }
        }
        return people;
    }

    /** As a service that scales and encodes by itself would have it. */
    private Look copied(Portrait portrait, int pixels) throws PictureRefused {
        Prepared prepared = new Preparation(List.of(Rendition.jpeg("X", pixels))).prepare(portrait);
        return reader.read(prepared.pictures().get(0).bytes()).look();
    }
}
