package org.photobridge.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpiVersionTest {

    @Test
    void host_loads_its_own_major_number_up_to_its_minor_number() {
        SpiVersion host = new SpiVersion(1, 2);
        assertThat(host.accepts(SpiVersion.parse("1.0"))).isTrue();
        assertThat(host.accepts(SpiVersion.parse(" 1.2 "))).isTrue();
        assertThat(host.accepts(SpiVersion.parse("1.3"))).isFalse();
        assertThat(host.accepts(SpiVersion.parse("2.0"))).isFalse();
        assertThat(host.accepts(SpiVersion.parse("0.9"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.", "1.0.0", "v1.0", "1.x", "-1.0", "99999.0"})
    void other_forms_are_refused(String text) {
        assertThatThrownBy(() -> SpiVersion.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.0");
    }

    @Test
    void versions_sort_by_number_not_by_text() {
        assertThat(SpiVersion.parse("1.10")).isGreaterThan(SpiVersion.parse("1.9"));
        assertThat(SpiVersion.parse("2.0"))
                .isGreaterThan(SpiVersion.parse("1.10"))
                .hasToString("2.0");
    }
}
