package org.photobridge.portal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.engine.Condition;

class CoverageTest {

    @Test
    void parts_come_in_their_order_and_share_the_whole_width() {
        Coverage coverage = Coverage.of(Map.of("UNKNOWN", 25L, "IN_SYNC", 50L, "FAILED", 25L));

        assertThat(coverage.parts())
                .extracting(Coverage.Part::condition)
                .containsExactly(Condition.IN_SYNC, Condition.FAILED, Condition.UNKNOWN);
        assertThat(coverage.parts().get(0).width()).isEqualTo("50.0%");
        assertThat(coverage.parts().get(2).offset()).isEqualTo("75.0%");
        assertThat(coverage.total()).isEqualTo(100);
    }

    @Test
    void one_person_among_many_can_still_be_seen() {
        Coverage coverage = Coverage.of(Map.of("IN_SYNC", 99_999L, "FAILED", 1L));

        assertThat(coverage.parts().get(1).share()).isEqualTo(1);
    }

    @Test
    void a_line_goes_from_the_first_week_to_the_last_and_higher_is_better() {
        TrendChart chart = new TrendChart(
                List.of(week(LocalDate.of(2026, 3, 1), 0), week(LocalDate.of(2026, 3, 8), 100)), Locale.ENGLISH);

        assertThat(chart.isLine()).isTrue();
        assertThat(chart.getPolyline()).isEqualTo("0,120 600,0");
        assertThat(chart.getPoints().get(1).percent()).isEqualTo(100);
    }

    @Test
    void one_week_makes_no_line() {
        assertThat(new TrendChart(List.of(week(LocalDate.of(2026, 3, 1), 5)), Locale.ENGLISH).isLine())
                .isFalse();
    }

    private static CoverageService.Week week(LocalDate day, long upToDate) {
        return new CoverageService.Week(day, Coverage.of(Map.of("IN_SYNC", upToDate, "OUT_OF_DATE", 100 - upToDate)));
    }
}
