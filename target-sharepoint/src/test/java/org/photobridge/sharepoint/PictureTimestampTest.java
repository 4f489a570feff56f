package org.photobridge.sharepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PictureTimestampTest {
    @Test
    void observed_value_is_the_time_it_was_written() {
        Instant time = Instant.parse("2021-12-14T12:54:56Z");
        assertThat(PictureTimestamp.read("63775083296")).contains(time);
        assertThat(PictureTimestamp.of(time)).isEqualTo("63775083296");
    }

    @Test
    void second_write_within_a_second_moves_on() {
        Instant now = Instant.parse("2026-11-22T08:00:00.400Z");
        String first = PictureTimestamp.after("", now);
        String second = PictureTimestamp.after(first, now);
        assertThat(Long.parseLong(second)).isEqualTo(Long.parseLong(first) + 1);
    }

    @Test
    void nonsense_from_the_future_is_not_carried_on() {
        Instant now = Instant.parse("2026-11-22T08:00:00Z");
        assertThat(PictureTimestamp.after("99999999999", now)).isEqualTo(PictureTimestamp.of(now));
    }

    @Test
    void text_that_is_no_number_is_no_time() {
        assertThat(PictureTimestamp.read("2026-11-22")).isEmpty();
        assertThat(PictureTimestamp.read("")).isEmpty();
    }
}
