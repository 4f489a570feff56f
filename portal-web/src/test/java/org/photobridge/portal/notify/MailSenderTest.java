package org.photobridge.portal.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.portal.boundary.KeyStores;
import org.photobridge.portal.test.TlsDoor;
import org.photobridge.spi.Secret;

class MailSenderTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final MailSender sender = new MailSender(Clock.fixed(NOON, ZoneOffset.UTC));
    private GreenMail server;

    @BeforeEach
    void startServer() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void everybody_named_gets_the_message_in_full() throws Exception {
        sender.send(
                message("Foto: 12 orang – “gagal”", "Erster Satz.\nZwölf."), channel("", MailSecurity.NONE), none());

        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[0].getSubject()).isEqualTo("Foto: 12 orang – “gagal”");
        assertThat(received[0].getContent().toString().lines())
                .containsExactly("Erster Satz.", "Zwölf.", "", "https://photos.contoso.com/run.xhtml?id=5");
        assertThat(received[0].getFrom()[0]).hasToString("photobridge@contoso.com");
        assertThat(received[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received[0].getSentDate()).isEqualTo(java.util.Date.from(NOON));
    }

    @Test
    void a_message_that_is_tried_twice_has_the_same_id_each_time() throws Exception {
        sender.send(message("Title", "Text"), channel("", MailSecurity.NONE), none());
        sender.send(message("Title", "Text"), channel("", MailSecurity.NONE), none());

        assertThat(java.util.Arrays.stream(server.getReceivedMessages()).map(MailSenderTest::id))
                .containsOnly("<notification-7@photobridge>");
    }

    @Test
    void a_title_with_a_line_break_makes_no_header_of_its_own() throws Exception {
        sender.send(message("Plan\r\nBcc: evil@example.com", "Text"), channel("", MailSecurity.NONE), none());

        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(server.getReceivedMessages()[0].getHeader("Bcc")).isNull();
    }

    @Test
    void a_server_that_wants_a_password_gets_it_and_a_wrong_one_is_said() throws Exception {
        server.setUser("photos@contoso.com", "photos", "right-password");

        sender.send(
                message("Title", "Text"),
                channel("photos", MailSecurity.NONE),
                Optional.of(Secret.of("right-password")));

        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThatThrownBy(() -> sender.send(
                        message("Title", "Text"),
                        channel("photos", MailSecurity.NONE),
                        Optional.of(Secret.of("wrong-password"))))
                .isInstanceOfSatisfying(
                        NotDelivered.class, e -> assertThat(e.code()).isEqualTo("sign-in"))
                .hasMessageNotContaining("wrong-password");
    }

    @Test
    void nothing_goes_in_the_clear_where_the_server_has_no_tls() {
        assertThatThrownBy(() -> sender.send(message("Title", "Text"), channel("", MailSecurity.STARTTLS), none()))
                .isInstanceOfSatisfying(
                        NotDelivered.class, e -> assertThat(e.code()).isEqualTo("tls"));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void the_portal_s_own_key_is_shown_to_nobody(@TempDir Path folder) throws Exception {
        Path store = KeyStores.make(folder.resolve("portal.p12"), "-1d", 30);
        try (TlsDoor door = new TlsDoor(store, KeyStores.PASSWORD)) {
            Channel channel = channel("localhost", door.port(), "", MailSecurity.TLS);

            assertThatThrownBy(() -> sender.send(message("Title", "Text"), channel, none()))
                    .isInstanceOf(NotDelivered.class);
            assertThat(door.shown()).isEqualTo("nothing");
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_no_protection() {
        GreenMail secure = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        secure.start();
        try {
            int port = secure.getSmtps().getPort();
            assertThatThrownBy(() -> sender.send(
                            message("Title", "Text"), channel("127.0.0.1", port, "", MailSecurity.TLS), none()))
                    .isInstanceOfSatisfying(
                            NotDelivered.class, e -> assertThat(e.code()).isEqualTo("tls"));
            assertThat(secure.getReceivedMessages()).isEmpty();
        } finally {
            secure.stop();
        }
    }

    @Test
    void a_port_where_nobody_listens_is_said() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertThatThrownBy(() -> sender.send(
                        message("Title", "Text"), channel("127.0.0.1", closed, "", MailSecurity.NONE), none()))
                .isInstanceOfSatisfying(
                        NotDelivered.class, e -> assertThat(e.code()).isEqualTo("refused"));
    }

    @Test
    void a_metadata_service_is_never_asked() {
        assertThatThrownBy(() -> sender.send(
                        message("Title", "Text"), channel("169.254.169.254", 25, "", MailSecurity.NONE), none()))
                .isInstanceOfSatisfying(
                        NotDelivered.class, e -> assertThat(e.code()).isEqualTo("forbidden-host"));
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Channel channel(String user, MailSecurity security) {
        return channel("127.0.0.1", server.getSmtp().getPort(), user, security);
    }

    private static Channel channel(String host, int port, String user, MailSecurity security) {
        return new Channel(
                1,
                1,
                "Photo team",
                ChannelKind.MAIL,
                "en",
                true,
                Set.of(),
                host,
                port,
                security,
                user,
                "photobridge@contoso.com",
                "anna@contoso.com, bert@contoso.com",
                Optional.empty());
    }

    private static Message message(String title, String text) {
        return new Message(
                "notification-7",
                EventKind.RUN_FAILED,
                NOON,
                title,
                text,
                Optional.of("https://photos.contoso.com/run.xhtml?id=5"),
                Map.of("run", "5"));
    }

    private static Optional<Secret> none() {
        return Optional.empty();
    }
}
