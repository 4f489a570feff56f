package org.photobridge.portal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.audit.Origin;

class AccessTest {
    @Test
    void nobody_may_do_anything() {
        assertThatThrownBy(() -> Access.require(Role.VIEWER)).isInstanceOf(AccessRefusedException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "VIEWER, VIEWER, true",
        "VIEWER, OPERATOR, false",
        "OPERATOR, VIEWER, true",
        "OPERATOR, ADMIN, false",
        "ADMIN, OPERATOR, true",
        "ADMIN, PROVIDER_ADMIN, false",
        "PROVIDER_ADMIN, VIEWER, true",
        "PROVIDER_ADMIN, ADMIN, true",
        "PROVIDER_ADMIN, PROVIDER_ADMIN, true"
    })
    void a_role_includes_the_lesser_ones_and_installing_code_is_the_highest(Role held, Role wanted, boolean allowed) {
        Caller caller = new Caller(Actor.user("anna"), Set.of(held), Optional.empty());

        assertThat(caller.may(wanted)).isEqualTo(allowed);
    }

    @Test
    void the_caller_is_bound_for_the_work_and_no_longer() {
        Caller anna = new Caller(Actor.user("anna"), Set.of(Role.VIEWER), Optional.of("127.0.0.1"));

        anna.as(() -> {
            assertThatCode(() -> Access.require(Role.VIEWER)).doesNotThrowAnyException();
            assertThat(Origin.current().actor()).isEqualTo(Actor.user("anna"));
        });

        assertThat(Caller.current().roles()).isEmpty();
        assertThat(Origin.current().actor()).isEqualTo(Actor.portal());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "https://evil.example/",
                "/\\evil.example",
                "",
                "/signin.xhtml?from=/x",
                "/a\r\nX: y"
            })
    void sign_in_leads_nowhere_but_into_the_portal(String from) {
        assertThat(Paths.safeTarget(from)).isEqualTo("/index.xhtml");
    }

    @Test
    void sign_in_leads_on_to_the_page_that_was_wanted() {
        assertThat(Paths.safeTarget("/person.xhtml?id=7&tab=facts")).isEqualTo("/person.xhtml?id=7&tab=facts");
    }
}
