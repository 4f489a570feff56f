package org.photobridge.portal.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.photobridge.portal.engine.RunKind;

class AskingTest {

    private static final Scope ANNA = Scope.account("anna-id", "Anna");

    @Test
    void undoing_one_run_is_not_undoing_another() {
        Asking undo = Asking.of(1, RunKind.UNDO, ANNA);

        assertThat(undo.following(5).equalityKey())
                .isNotEqualTo(undo.following(6).equalityKey())
                .isNotEqualTo(undo.equalityKey())
                .isEqualTo(undo.following(5).equalityKey());
    }

    @Test
    void the_same_work_is_asked_for_once_whatever_led_to_it() {
        Asking sync = Asking.of(1, RunKind.SYNC, ANNA);

        assertThat(sync.following(5).equalityKey()).isEqualTo(sync.equalityKey());
    }
}
