package org.photobridge.portal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.provider.LimitOverrides;
import org.photobridge.portal.provider.LimitOverrides.Allowance;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.RateLimit;

class LimitCheckTest {
    private static final Allowance SOME = new Allowance(10, Duration.ofMinutes(1));

    @Test
    void limits_that_the_provider_declares_are_good() {
        assertThat(LimitCheck.unknown(new LimitOverrides(Map.of("ru", SOME)), declared("ru", "people-manager")))
                .isEmpty();
    }

    @Test
    void each_other_one_is_told_at_its_place_with_the_names_that_can_be() {
        List<FieldProblem> problems = LimitCheck.unknown(
                new LimitOverrides(Map.of("rru", SOME, "minute", SOME, "ru", SOME)), declared("ru", "people-manager"));

        assertThat(problems).extracting(FieldProblem::field).containsExactly("limits.minute", "limits.rru");
        assertThat(problems.get(0).text().get(Locale.ENGLISH))
                .isEqualTo("is unknown here; the limits of this provider are people-manager, ru");
    }

    @Test
    void provider_without_limits_takes_none() {
        List<FieldProblem> problems = LimitCheck.unknown(new LimitOverrides(Map.of("ru", SOME)), declared());

        assertThat(problems.get(0).text().get(Locale.ENGLISH)).contains("declares no limits");
    }

    private static List<RateLimit> declared(String... names) {
        return List.of(names).stream()
                .map(name -> new RateLimit("budget", name, LocalText.of(name), 1, Duration.ofSeconds(1), 1))
                .toList();
    }
}
