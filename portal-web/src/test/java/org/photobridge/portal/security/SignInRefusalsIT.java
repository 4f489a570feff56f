package org.photobridge.portal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.audit.Actor;

/** Guessing leaves traces: runs inside the container, on H2 and on PostgreSQL. */
@ArquillianTest
@Tag("postgres-too")
class SignInRefusalsIT {
    private static final String NAME = "guessed-at";
    private static final String OWNER = "left-a-session-open";
    private static final String ADDRESS = "192.0.2.44";

    @Inject
    private SignInService signIn;

    @Inject
    private OwnAccountService account;

    @Inject
    private Jdbi jdbi;

    @Inject
    private Clock clock;

    @AfterEach
    void forget() {
        jdbi.useHandle(handle -> {
            handle.execute("delete from portal_user where name = ?", OWNER);
            for (String name : List.of(NAME, OWNER)) {
                handle.execute("delete from sign_in_delay where name_digest = ?", SignInDelayRepository.digest(name));
            }
        });
    }

    @Test
    void a_sign_in_that_has_to_wait_is_kept_in_the_audit_and_its_password_is_not_looked_at() {
        somebody().as(() -> {
            assertThat(signIn.verify(NAME, "wrong".toCharArray())).isEmpty();
            assertThat(signIn.mustWait()).isZero();
            signIn.refused(NAME);

            block(NAME);
            assertThat(signIn.verify(NAME, "wrong".toCharArray())).isEmpty();
            assertThat(signIn.mustWait()).isPositive();
            signIn.refused(NAME);
        });

        assertThat(reasons("user.sign-in-refused", NAME))
                .hasSize(2)
                .filteredOn(reason -> reason.contains("has to wait"))
                .hasSize(1);
    }

    @Test
    void a_wrong_present_password_is_kept_in_the_audit() {
        jdbi.useHandle(handle -> handle.execute("""
                insert into portal_user (id, version, name, password_hash, roles, enabled, created_at)
                select -4711, 0, ?, password_hash, 'VIEWER', true, created_at from portal_user where name = 'admin'""", OWNER));
        Caller owner = new Caller(Actor.user(OWNER), Set.of(), Optional.of(ADDRESS));

        owner.as(() -> {
            refuseChange();
            block(OWNER);
            refuseChange();
        });

        assertThat(reasons("request.refused", OWNER))
                .anyMatch(reason -> reason.contains("wrong present password"))
                .anyMatch(reason -> reason.contains("has to wait"));
    }

    private void refuseChange() {
        assertThatThrownBy(() -> account.changePassword("wrong", "x", "x")).isInstanceOf(RefusedChangeException.class);
    }

    /** As after many tries. */
    private void block(String name) {
        jdbi.useHandle(handle -> assertThat(handle.execute(
                        "update sign_in_delay set blocked_until = ? where name_digest = ?",
                        clock.instant().plusSeconds(60).atOffset(ZoneOffset.UTC),
                        SignInDelayRepository.digest(name)))
                .isEqualTo(1));
    }

    private static Caller somebody() {
        return new Caller(Actor.anonymous(), Set.of(), Optional.of(ADDRESS));
    }

    private List<String> reasons(String action, String subject) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select coalesce(reason, '') from audit_entry where action = :action and subject_name = :subject"
                                + " and address = :address")
                .bind("action", action)
                .bind("subject", subject)
                .bind("address", ADDRESS)
                .mapTo(String.class)
                .list());
    }
}
