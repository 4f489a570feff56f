package org.photobridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.photobridge.spi.Cost;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.Permit;
import org.photobridge.spi.RateLimit;

class ScriptedCallContextTest {

    private static final RateLimit TEN =
            new RateLimit("test:budget", "ru", LocalText.of("Units"), 10, Duration.ofMinutes(1), 4);

    @Test
    void undeclared_limit_is_refused() {
        assertThatThrownBy(() -> ScriptedCallContext.keeping(List.of(TEN)).acquire(Cost.of("reads", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reads");
    }

    @Test
    void cost_that_never_fits_the_window_is_refused() {
        assertThatThrownBy(() -> ScriptedCallContext.keeping(List.of(TEN)).acquire(Cost.of("ru", 11)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closing_a_permit_twice_gives_back_once() {
        ScriptedCallContext call = ScriptedCallContext.free();
        Permit first = call.acquire(Cost.free());
        call.acquire(Cost.of("ru", 3));
        first.close();
        first.close();
        assertThat(call.inFlight()).isEqualTo(1);
        assertThat(call.mostInFlight()).isEqualTo(2);
        assertThat(call.spent("ru")).isEqualTo(3);
    }

    @Test
    void cancelled_call_grants_what_was_promised_and_no_more() {
        ScriptedCallContext call = ScriptedCallContext.free().cancelledAfter(1);
        call.acquire(Cost.free()).close();
        assertThatThrownBy(() -> call.acquire(Cost.free())).isInstanceOf(CancellationException.class);
        assertThat(call.costs()).hasSize(1);
    }
}
