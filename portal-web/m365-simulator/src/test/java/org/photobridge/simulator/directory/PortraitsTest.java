package org.photobridge.simulator.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortraitsTest {
    private final Portraits portraits = new Portraits(42);

    @Test
    void earlier_and_current_picture_of_everybody_differ_clearly() {
        for (int index = 0; index < 120; index++) {
            double difference = Look.difference(Look.of(portraits.draw(index, 0)), Look.of(portraits.draw(index, 1)));
            assertThat(difference).as("person %d", index).isGreaterThan(28);
        }
    }

    @Test
    void pictures_of_different_people_differ_clearly() {
        List<double[][]> looks = new ArrayList<>();
        for (int index = 0; index < 120; index++) {
            looks.add(Look.of(portraits.draw(index, 1)));
        }
        for (int one = 0; one < looks.size(); one++) {
            for (int other = 0; other < one; other++) {
                assertThat(Look.difference(looks.get(one), looks.get(other)))
                        .as("people %d and %d", one, other)
                        .isGreaterThan(20);
            }
        }
    }

    @Test
    void a_picture_encoded_anew_and_scaled_still_looks_the_same() throws IOException {
        for (int index = 0; index < 20; index++) {
            byte[] original = Pictures.jpeg(portraits.draw(index, 1), 0.88f);
            byte[] thumbnail = Pictures.squareJpeg(original, 200, 0.75f);
            assertThat(Look.difference(Look.of(original), Look.of(thumbnail))).isLessThan(6);
        }
    }
}
