package org.photobridge.portal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuardsTest {

    @Test
    void twenty_people_always_may_and_then_the_share_of_the_last_listing() {
        assertThat(new Guards(10, 0).mostUnapproved(0)).isEqualTo(20);
        assertThat(new Guards(10, 0).mostUnapproved(500)).isEqualTo(50);
    }

    @Test
    void a_hundred_per_cent_holds_nothing_even_before_anybody_was_listed() {
        assertThat(new Guards(100, 0).mostUnapproved(0)).isGreaterThan(1_000_000);
    }
}
