package org.photobridge.portal.security;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.audit.Actor;

class OwnAccountServiceTest {
    private final OwnAccountService account = new OwnAccountService();

    @Test
    void whoever_is_not_signed_in_has_no_account_of_their_own() {
        assertThatThrownBy(account::me).isInstanceOf(AccessRefusedException.class);
        assertThatThrownBy(account::endOtherSessions).isInstanceOf(AccessRefusedException.class);
        assertThatThrownBy(() -> account.changePassword("a", "b", "b")).isInstanceOf(AccessRefusedException.class);
    }

    @Test
    void a_token_has_none_either_however_much_it_may_do() {
        Caller token = new Caller(Actor.token("script"), EnumSet.of(Role.PROVIDER_ADMIN), Optional.empty());

        token.as(() -> assertThatThrownBy(account::me).isInstanceOf(AccessRefusedException.class));
    }
}
