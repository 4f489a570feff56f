package org.photobridge.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {
    private static final SecretPlace PLACE = SecretPlace.of("connection", 7, "secret");

    @TempDir
    Path folder;

    private Home home;
    private SecretBox box;

    @BeforeEach
    void open() {
        home = Home.open(folder.resolve("home").toString());
        box = new SecretBox(KeyRing.of(Optional.empty(), home));
    }

    @Test
    void what_was_sealed_opens_again_in_its_place_and_after_a_restart() {
        byte[] sealed = box.sealText("p\u00e4ssw\u00f6rd", PLACE);

        SecretBox restarted = new SecretBox(KeyRing.of(Optional.empty(), home));
        assertThat(restarted.openText(sealed, PLACE)).isEqualTo("p\u00e4ssw\u00f6rd");
    }

    @Test
    void the_same_text_is_sealed_differently_each_time_and_never_shows() {
        byte[] first = box.sealText("swordfish", PLACE);
        byte[] second = box.sealText("swordfish", PLACE);

        assertThat(first).isNotEqualTo(second);
        assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("swordfish");
    }

    @Test
    void a_secret_moved_to_another_row_column_or_table_does_not_open() {
        byte[] sealed = box.sealText("x", PLACE);

        for (SecretPlace other : new SecretPlace[] {
            SecretPlace.of("connection", 8, "secret"),
            SecretPlace.of("connection", 7, "other"),
            SecretPlace.of("connection2", 7, "secret"),
            new SecretPlace("connection", "7s", "ecret")
        }) {
            assertThatThrownBy(() -> box.open(sealed, other)).isInstanceOf(SealBrokenException.class);
        }
    }

    @Test
    void a_changed_byte_anywhere_is_noticed() {
        byte[] sealed = box.sealText("secret", PLACE);

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> box.open(changed, PLACE)).isInstanceOf(SealBrokenException.class);
        }
    }

    @Test
    void an_older_key_still_opens_and_the_newer_one_seals() {
        String oldKey = KeyRing.newKey();
        String newKey = KeyRing.newKey();
        byte[] sealed = ring(oldKey).sealText("x", PLACE);

        assertThat(ring(newKey + "\n" + oldKey).openText(sealed, PLACE)).isEqualTo("x");
        byte[] renewed = ring(newKey + "," + oldKey).sealText("x", PLACE);
        assertThat(ring(newKey).openText(renewed, PLACE)).isEqualTo("x");
    }

    @Test
    void a_missing_key_is_named() {
        byte[] sealed = ring(KeyRing.newKey()).sealText("x", PLACE);

        assertThatThrownBy(() -> box.open(sealed, PLACE)).hasMessageContaining("which this portal doesn't have");
    }

    @Test
    void a_key_of_the_wrong_size_is_refused_with_the_remedy() {
        assertThatThrownBy(() -> ring("c2hvcnQ="))
                .isInstanceOf(RefusedStartException.class)
                .hasMessageContaining("openssl rand -base64 32");
    }

    private SecretBox ring(String keys) {
        return new SecretBox(KeyRing.of(Optional.of(keys), home));
    }
}
