package org.photobridge.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values that hold something secret or personal don't show it when they end up in a log line. */
class HiddenTextsTest {

    private static final String CANARY = "canary-91c2";

    @Test
    void secret_shows_itself_only_when_it_is_revealed() {
        Secret secret = Secret.of(CANARY);
        assertThat(secret.reveal()).isEqualTo(CANARY);
        assertThat(secret.toString()).doesNotContain(CANARY);
        assertThat(secret).isNotInstanceOf(Serializable.class).isNotEqualTo(Secret.of(CANARY));
    }

    @Test
    void settings_show_names_only() {
        ProviderConfig config =
                ProviderConfig.of(Map.of("folder", CANARY), Map.of("password", Secret.of(CANARY)), Map.of());
        assertThat(config.toString()).contains("folder", "password").doesNotContain(CANARY);
    }

    @Test
    void tokens_and_links_are_hidden_in_whatever_holds_them() {
        AccountPage page = AccountPage.of(List.of(), Optional.of(new PageToken(CANARY)));
        assertThat(page.toString()).doesNotContain(CANARY);
        assertThat(TargetState.empty(new TargetToken(CANARY)).toString()).doesNotContain(CANARY);
    }

    @Test
    void account_shows_its_stable_id_only() {
        Account account = Account.of("id-1", CANARY)
                .identifiedBy(IdentifierType.EMAIL, CANARY)
                .with(Account.Attribute.DEPARTMENT, CANARY);
        assertThat(account.toString()).contains("id-1").doesNotContain(CANARY);
    }

    @Test
    void pictures_and_snapshots_show_sizes_only() {
        TargetSnapshot snapshot = TargetSnapshot.of(Map.of(CANARY, new byte[3]), Map.of("url", CANARY));
        assertThat(snapshot).hasToString("TargetSnapshot[1 files, 1 values]");
        assertThat(TargetPicture.of(new byte[3])).hasToString("TargetPicture[3 bytes]");
    }
}
