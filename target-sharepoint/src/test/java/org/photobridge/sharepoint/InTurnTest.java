package org.photobridge.sharepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.photobridge.spi.Failure;
import org.photobridge.spi.ProviderException;

class InTurnTest {
    private static final InTurn<String> TURN = new InTurn<>(Failure::code, "not attempted");

    private static List<String> take(InTurn.Step<String, String> step) {
        return TURN.take(List.of("a", "b", "c"), step);
    }

    private static String failAt(String item, String at, RuntimeException problem) {
        if (item.equals(at)) {
            throw problem;
        }
        return item;
    }

    @Test
    void everybody_has_a_result_in_order() {
        assertThat(take((item, sent) -> item)).containsExactly("a", "b", "c");
    }

    @Test
    void failure_of_one_lets_the_others_go_on() {
        assertThat(take((item, sent) -> failAt(item, "a", Problem.REFUSED.exception(""))))
                .containsExactly("sharepoint-refused", "b", "c");
    }

    @Test
    void locked_profile_of_one_lets_the_others_go_on() {
        assertThat(take((item, sent) -> failAt(item, "a", Problem.PROPERTY_LOCKED.exception(""))))
                .containsExactly("sharepoint-property-locked", "b", "c");
    }

    @Test
    void failure_of_all_ends_the_batch_with_every_result() {
        assertThat(take((item, sent) -> failAt(item, "b", Problem.THROTTLED.exception(""))))
                .containsExactly("a", "sharepoint-throttled", "not attempted");
    }

    @Test
    void failure_of_all_before_anything_was_done_is_of_the_run() {
        assertThatThrownBy(() -> take((item, sent) -> failAt(item, "a", Problem.THROTTLED.exception(""))))
                .isInstanceOfSatisfying(
                        ProviderException.class,
                        problem -> assertThat(problem.code()).isEqualTo("sharepoint-throttled"));
    }

    @Test
    void failure_of_all_after_the_first_request_is_a_result() {
        assertThat(take((item, sent) -> {
                    sent.begin();
                    return failAt(item, "a", Problem.THROTTLED.exception(""));
                }))
                .containsExactly("sharepoint-throttled", "not attempted", "not attempted");
    }

    @Test
    void cancellation_keeps_what_was_done() {
        assertThat(take((item, sent) -> failAt(item, "c", new CancellationException())))
                .containsExactly("a", "b", "not attempted");
        assertThatThrownBy(() -> take((item, sent) -> failAt(item, "a", new CancellationException())))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void defect_loses_nobodys_result() {
        assertThat(take((item, sent) -> failAt(item, "b", new IllegalStateException("a defect"))))
                .containsExactly("a", "sharepoint-defect", "c");
        assertThatThrownBy(() -> take((item, sent) -> failAt(item, "a", new IllegalStateException("a defect"))))
                .isInstanceOf(IllegalStateException.class);
    }
}
