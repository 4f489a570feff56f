package org.photobridge.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.photobridge.testkit.SettableClock;

class RefusalBrakeTest {
    private final SettableClock clock = SettableClock.at(Instant.parse("2026-03-01T10:00:00Z"));
    private final RefusalBrake brake = new RefusalBrake(clock);

    @Test
    void the_first_of_its_sort_is_noted_and_its_like_are_swallowed_for_a_minute() {
        assertThat(brake.pass("token 1.2.3.4")).hasValue(0);
        assertThat(brake.pass("token 1.2.3.4")).isEmpty();
        assertThat(brake.pass("site 1.2.3.4")).hasValue(0);
        assertThat(brake.pass("token 1.2.3.5")).hasValue(0);
    }

    @Test
    void the_next_note_says_how_many_were_swallowed() {
        brake.pass("token 1.2.3.4");
        brake.pass("token 1.2.3.4");
        brake.pass("token 1.2.3.4");
        clock.advance(RefusalBrake.PAUSE);

        assertThat(brake.pass("token 1.2.3.4")).hasValue(2);
        assertThat(brake.pass("token 1.2.3.4")).isEmpty();
    }

    @Test
    void a_flood_from_ever_new_addresses_ends_in_one_note_a_minute() {
        int noted = 0;
        for (int address = 0; address < 3 * RefusalBrake.MOST; address++) {
            noted += brake.pass("token " + address).isPresent() ? 1 : 0;
        }
        assertThat(noted).isEqualTo(RefusalBrake.MOST + 1);

        clock.advance(RefusalBrake.PAUSE.plus(Duration.ofSeconds(1)));
        assertThat(brake.pass("token of somebody new")).isPresent();
    }
}
