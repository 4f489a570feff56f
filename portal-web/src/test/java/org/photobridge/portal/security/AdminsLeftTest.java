package org.photobridge.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdminsLeftTest {
    private final PortalUser first = user(Role.PROVIDER_ADMIN);

    @Test
    void the_only_one_who_can_do_everything_is_the_last() {
        assertThat(AdminsLeft.isLast(first, List.of(first, user(Role.ADMIN)))).isTrue();
        assertThat(AdminsLeft.isLast(first, List.of(first, user(Role.PROVIDER_ADMIN))))
                .isFalse();
    }

    @Test
    void an_admin_is_not_the_last_while_a_higher_one_is_there() {
        PortalUser admin = user(Role.ADMIN);

        assertThat(AdminsLeft.isLast(admin, List.of(first, admin))).isFalse();
        assertThat(AdminsLeft.isLast(admin, List.of(admin, user(Role.OPERATOR))))
                .isTrue();
    }

    @Test
    void whoever_is_disabled_or_signs_in_elsewhere_is_no_way_back() {
        PortalUser disabled = user(Role.PROVIDER_ADMIN);
        disabled.enable(false);
        PortalUser external = user(Role.PROVIDER_ADMIN);
        external.belongTo("https://login.example", "7");

        assertThat(AdminsLeft.isLast(first, List.of(first, disabled, external))).isTrue();
        assertThat(AdminsLeft.isLast(external, List.of(first, external))).isFalse();
    }

    private static PortalUser user(Role role) {
        return new PortalUser("somebody", EnumSet.of(role), Instant.EPOCH);
    }
}
