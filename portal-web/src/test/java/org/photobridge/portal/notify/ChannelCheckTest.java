package org.photobridge.portal.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.photobridge.portal.connection.FieldProblem;
import org.photobridge.spi.Secret;

class ChannelCheckTest {
    private static final ChannelInput.Mail GOOD = mail("smtp.contoso.com", "587", MailSecurity.STARTTLS, "");

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        ChannelInput.Mail wrong =
                new ChannelInput.Mail("", "70000", MailSecurity.NONE, "photos", "x", "a@b.com, nobody");

        assertThat(fields(named("", ChannelKind.MAIL, wrong, "", ""), Optional.empty()))
                .containsExactlyInAnyOrder("name", "host", "port", "sender", "recipients", "secret", "security");
    }

    @Test
    void a_relay_without_sign_in_is_fine() {
        assertThat(fields(input(ChannelKind.MAIL, GOOD, "", ""), Optional.empty()))
                .isEmpty();
    }

    @Test
    void a_stored_password_serves_for_the_same_server_only() {
        ChannelInput.Mail signedIn = mail("smtp.contoso.com", "587", MailSecurity.STARTTLS, "photos");
        Channel stored = stored("smtp.contoso.com", MailSecurity.STARTTLS);

        assertThat(fields(input(ChannelKind.MAIL, signedIn, "", ""), Optional.of(stored)))
                .isEmpty();
        assertThat(fields(
                        input(ChannelKind.MAIL, signedIn, "", ""),
                        Optional.of(stored("other.example", MailSecurity.STARTTLS))))
                .containsExactly("secret");
        assertThat(fields(
                        input(ChannelKind.MAIL, signedIn, "", ""),
                        Optional.of(stored("smtp.contoso.com", MailSecurity.TLS))))
                .containsExactly("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "ftp://hooks.example/x",
                "https://user:pw@hooks.example/",
                "http://hooks.example.invalid/",
                "https://169.254.169.254/latest",
                "https://[fe80::1]/",
                "https://metadata.google.internal/",
                "https://0.0.0.0/",
                "https://[fd00:ec2::254]/",
                "https://2852039166/"
            })
    void an_address_that_messages_must_not_go_to_is_refused(String address) {
        assertThat(fields(input(ChannelKind.WEBHOOK, ChannelInput.Mail.NONE, address, ""), Optional.empty()))
                .containsExactly("address");
    }

    @Test
    void plain_http_is_the_operators_to_allow() {
        ChannelInput plain = input(ChannelKind.WEBHOOK, ChannelInput.Mail.NONE, "http://127.0.0.1:9/hook", "");

        assertThat(new ChannelCheck(plain, Optional.empty(), true).problems()).isEmpty();
        assertThat(new ChannelCheck(plain, Optional.empty(), false).problems()).hasSize(1);
    }

    @Test
    void a_signing_key_is_not_short() {
        assertThat(fields(
                        input(ChannelKind.WEBHOOK, ChannelInput.Mail.NONE, "https://127.0.0.1/", "short"),
                        Optional.empty()))
                .containsExactly("secret");
    }

    private static List<String> fields(ChannelInput input, Optional<Channel> stored) {
        return new ChannelCheck(input, stored, false)
                .problems().stream().map(FieldProblem::field).toList();
    }

    private static ChannelInput input(ChannelKind kind, ChannelInput.Mail mail, String address, String secret) {
        return named("Photo team", kind, mail, address, secret);
    }

    private static ChannelInput named(
            String name, ChannelKind kind, ChannelInput.Mail mail, String address, String secret) {
        return new ChannelInput(OptionalLong.empty(), 1, kind, name, "en", true, mail, address, Secret.of(secret));
    }

    private static ChannelInput.Mail mail(String host, String port, MailSecurity security, String user) {
        return new ChannelInput.Mail(
                host, port, security, user, "photos@contoso.com", "Team <a@contoso.com>, b@contoso.com");
    }

    private static Channel stored(String host, MailSecurity security) {
        return new Channel(
                1,
                1,
                "Photo team",
                ChannelKind.MAIL,
                "en",
                true,
                Set.of(),
                host,
                587,
                security,
                "photos",
                "photos@contoso.com",
                "a@contoso.com",
                Optional.of(java.time.Instant.EPOCH));
    }
}
