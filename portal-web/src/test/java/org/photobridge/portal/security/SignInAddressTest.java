package org.photobridge.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;

class SignInAddressTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @BothDatabases
    void an_address_that_failed_too_often_waits_until_its_window_ends(TestDatabase database) {
        SignInAddress addresses = at(database, NOON);
        for (int i = 0; i < SignInAddress.MOST; i++) {
            assertThat(addresses.tried("10.0.0.1")).isZero();
        }

        assertThat(addresses.tried("10.0.0.1")).isEqualTo(SignInAddress.WINDOW);
        assertThat(addresses.tried("10.0.0.2")).isZero();
        assertThat(at(database, NOON.plus(Duration.ofMinutes(4))).tried("10.0.0.1"))
                .isEqualTo(Duration.ofMinutes(6));
        assertThat(at(database, NOON.plus(SignInAddress.WINDOW)).tried("10.0.0.1"))
                .isZero();
    }

    @BothDatabases
    void a_success_takes_back_its_own_try_and_no_other(TestDatabase database) {
        SignInAddress addresses = at(database, NOON);
        for (int i = 0; i < SignInAddress.MOST; i++) {
            addresses.tried("10.0.0.1");
        }

        addresses.takeBack("10.0.0.1");
        assertThat(addresses.tried("10.0.0.1")).isZero();
        assertThat(addresses.tried("10.0.0.1")).isPositive();
    }

    @Test
    void the_addresses_of_one_ipv6_network_count_as_one() {
        assertThat(SignInAddress.key("2001:db8:1:2::1")).isEqualTo(SignInAddress.key("2001:db8:1:2:ffff::9"));
        assertThat(SignInAddress.key("2001:db8:1:2::1")).isNotEqualTo(SignInAddress.key("2001:db8:1:3::1"));
        assertThat(SignInAddress.key("10.0.0.1")).isNotEqualTo(SignInAddress.key("10.0.0.2"));
    }

    private static SignInAddress at(TestDatabase database, Instant time) {
        return new SignInAddress(
                new SignInAddressRepository(Jdbi.create(database.dataSource())), Clock.fixed(time, ZoneOffset.UTC));
    }
}
