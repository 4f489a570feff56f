package org.photobridge.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExportTest {
    @Test
    void more_people_than_a_page_shows_are_an_export() {
        assertThat(Export.isOne(100)).isFalse();
        assertThat(Export.isOne(101)).isTrue();
    }
}
