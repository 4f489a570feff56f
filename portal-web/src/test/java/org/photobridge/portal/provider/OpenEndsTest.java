package org.photobridge.portal.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Capability;
import org.photobridge.spi.HealthReport;
import org.photobridge.spi.ProviderEnd;
import org.photobridge.testkit.SettableClock;

class OpenEndsTest {
    private static final ProviderKey ONE = new ProviderKey("test", "1");
    private static final ProviderKey TWO = new ProviderKey("test", "2");

    private final SettableClock clock = SettableClock.at("2026-03-01T08:00:00Z");
    private OpenEnds<End> ends;

    @BeforeEach
    void open() {
        ends = new OpenEnds<>(clock);
    }

    @Test
    void two_users_share_one_end() {
        EndLease<End> first = ends.lease(key("a", ONE), End::new);
        EndLease<End> second = ends.lease(key("a", ONE), End::new);

        assertThat(first.end()).isSameAs(second.end());
    }

    @Test
    void an_end_stays_open_ten_minutes_after_its_last_user() {
        EndLease<End> lease = ends.lease(key("a", ONE), End::new);
        End end = lease.end();
        lease.close();

        clock.advance(Duration.ofMinutes(9));
        ends.closeIdle();
        assertThat(end.closed).isZero();

        clock.advance(Duration.ofMinutes(1));
        ends.closeIdle();
        assertThat(end.closed).isEqualTo(1);
        assertThat(ends.size()).isZero();
    }

    @Test
    void a_used_end_is_never_idle() {
        EndLease<End> lease = ends.lease(key("a", ONE), End::new);
        clock.advance(Duration.ofHours(5));
        ends.closeIdle();

        assertThat(lease.end().closed).isZero();
    }

    @Test
    void changed_settings_open_a_new_end_and_the_last_user_closes_the_old_one() {
        EndLease<End> old = ends.lease(key("a", ONE), End::new);
        End oldEnd = old.end();
        EndLease<End> fresh = ends.lease(key("b", ONE), End::new);

        assertThat(fresh.end()).isNotSameAs(oldEnd);
        assertThat(old.isOutdated()).isTrue();
        assertThat(fresh.isOutdated()).isFalse();
        assertThat(oldEnd.closed).isZero();
        old.close();
        assertThat(oldEnd.closed).isEqualTo(1);
    }

    @Test
    void an_upgrade_retires_the_ends_of_other_versions() {
        EndLease<End> old = ends.lease(key("a", ONE), End::new);
        EndLease<End> upgraded = ends.lease(key("a", TWO), End::new);

        assertThat(old.isOutdated()).isTrue();
        assertThat(old.provider()).isEqualTo(ONE);
        assertThat(upgraded.provider()).isEqualTo(TWO);
    }

    @Test
    void giving_back_twice_counts_once() {
        EndLease<End> first = ends.lease(key("a", ONE), End::new);
        EndLease<End> second = ends.lease(key("a", ONE), End::new);
        first.close();
        first.close();
        ends.retire(7);

        assertThat(second.end().closed).isZero();
        assertThatThrownBy(first::end).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shutdown_closes_everything() {
        End end = ends.lease(key("a", ONE), End::new).end();
        ends.close();

        assertThat(end.closed).isEqualTo(1);
    }

    private static EndKey key(String settings, ProviderKey provider) {
        return new EndKey(7, settings, provider);
    }

    private static final class End implements ProviderEnd {
        private int closed;

        @Override
        public HealthReport checkHealth(CallContext call) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of();
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
