package org.photobridge.portal.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.portal.platform.Home;
import org.photobridge.portal.platform.KeyRing;
import org.photobridge.portal.platform.SecretBox;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;
import org.photobridge.spi.Secret;
import org.photobridge.testkit.SettableClock;

class OutboxTest {
    private final SettableClock clock = SettableClock.at("2026-01-01T12:00:00Z");
    private GreenMail server;

    @TempDir
    Path folder;

    @BeforeEach
    void startServer() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @BothDatabases
    void each_channel_that_wants_it_hears_of_a_cause_once_in_its_language(TestDatabase database) throws Exception {
        Fixture on = new Fixture(database);
        on.channel("Team", "en", EventKind.RUN_FAILED);
        on.channel("Tim", "id", EventKind.RUN_FAILED, EventKind.COVERAGE);
        on.channel("Others", "en", EventKind.COVERAGE);

        on.outbox.raise(cause("run-failed:5"));
        on.outbox.raise(cause("run-failed:5"));
        on.deliver();
        on.deliver();
        on.outbox.raise(cause("run-failed:5"));
        on.deliver();

        assertThat(titles()).containsExactlyInAnyOrder("Failed", "Gagal");
        assertThat(on.messages.latest(10)).hasSize(2).allMatch(sent -> sent.state() == Delivery.State.SENT);
    }

    @BothDatabases
    void another_cause_is_another_message(TestDatabase database) throws Exception {
        Fixture on = new Fixture(database);
        on.channel("Team", "en", EventKind.RUN_FAILED);

        on.outbox.raise(cause("run-failed:5"));
        on.outbox.raise(cause("run-failed:6"));
        on.deliver();

        assertThat(titles()).hasSize(2);
    }

    @BothDatabases
    void a_portal_that_died_before_sending_sends_when_it_is_back(TestDatabase database) throws Exception {
        Fixture before = new Fixture(database);
        before.channel("Team", "en", EventKind.RUN_FAILED);
        before.outbox.raise(cause("run-failed:5"));

        Fixture after = new Fixture(database);
        after.outbox.raise(cause("run-failed:5"));
        after.deliver();

        assertThat(titles()).containsExactly("Failed");
    }

    @BothDatabases
    void a_message_that_fails_is_tried_later_and_later_and_at_last_given_up(TestDatabase database) throws Exception {
        Fixture on = new Fixture(database);
        on.channel("Team", "en", EventKind.RUN_FAILED);
        on.outbox.raise(cause("run-failed:5"));
        server.stop();

        on.deliver();
        on.deliver();
        Delivery once = on.messages.latest(1).get(0);
        assertThat(once.attempts()).isEqualTo(1);
        assertThat(once.errorCode()).isEqualTo("refused");
        assertThat(once.dueAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
        for (int tries = 0; tries < 6; tries++) {
            clock.advance(Duration.ofHours(12));
            on.deliver();
        }

        Delivery last = on.messages.latest(1).get(0);
        assertThat(last.state()).isEqualTo(Delivery.State.GIVEN_UP);
        assertThat(last.attempts()).isEqualTo(7);
    }

    @BothDatabases
    void a_message_that_was_given_up_is_sent_when_somebody_asks_for_it(TestDatabase database) throws Exception {
        Fixture on = new Fixture(database);
        on.channel("Team", "en", EventKind.RUN_FAILED);
        on.outbox.raise(cause("run-failed:5"));
        Delivery delivery = on.messages.latest(1).get(0);
        on.messages.failed(delivery.id(), new NotDelivered("timeout", "slow"), Optional.empty());
        on.deliver();
        assertThat(titles()).isEmpty();

        assertThat(on.messages.again(delivery.id())).isTrue();
        on.deliver();

        assertThat(titles()).containsExactly("Failed");
        assertThat(on.messages.again(delivery.id())).isFalse();
    }

    @BothDatabases
    void a_channel_that_fails_does_not_keep_the_others_waiting(TestDatabase database) throws Exception {
        Fixture on = new Fixture(database);
        long broken = on.channel("A", "en", EventKind.RUN_FAILED);
        on.jdbi.useHandle(handle ->
                handle.execute("update notification_channel set host = 'no-such.invalid' where id = ?", broken));
        on.channel("B", "en", EventKind.RUN_FAILED);
        on.outbox.raise(cause("run-failed:5"));
        on.outbox.raise(cause("run-failed:6"));

        on.deliver();

        assertThat(titles()).hasSize(2);
        assertThat(on.messages.latest(10).stream().filter(one -> one.channelId() == broken))
                .extracting(Delivery::attempts)
                .containsExactlyInAnyOrder(1, 0);
    }

    @BothDatabases
    void a_channel_that_is_off_is_told_nothing(TestDatabase database) throws Exception {
        Fixture on = new Fixture(database);
        long off = on.channel("Team", "en", EventKind.RUN_FAILED);
        on.jdbi.useHandle(
                handle -> handle.execute("update notification_channel set enabled = false where id = ?", off));

        on.outbox.raise(cause("run-failed:5"));
        on.deliver();

        assertThat(on.messages.latest(10)).isEmpty();
    }

    @BothDatabases
    void a_secret_opens_only_for_the_server_it_was_entered_for(TestDatabase database) {
        Fixture on = new Fixture(database);
        long id = on.channel("Team", "en", EventKind.RUN_FAILED);
        Channel channel = on.channels.find(id).orElseThrow();
        on.vault.keepSecret(channel, Secret.of("hush"));
        assertThat(on.vault.secret(channel).map(Secret::reveal)).contains("hush");
        assertThat(on.channels.find(id).orElseThrow().secretAt()).contains(clock.instant());

        on.jdbi.useHandle(
                handle -> handle.execute("update notification_channel set host = 'evil.example' where id = ?", id));

        Channel moved = on.channels.find(id).orElseThrow();
        assertThat(on.vault.secret(moved)).isEmpty();
        assertThat(moved.secretAt()).isEmpty();
    }

    private java.util.List<String> titles() throws Exception {
        return Arrays.stream(server.getReceivedMessages())
                .map(OutboxTest::title)
                .toList();
    }

    private static String title(jakarta.mail.internet.MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cause cause(String key) {
        return new Cause(
                EventKind.RUN_FAILED,
                key,
                "/run.xhtml?id=5",
                Map.of("run", "5"),
                locale -> new Cause.Wording(locale.getLanguage().equals("id") ? "Gagal" : "Failed", "Text"));
    }

    private final class Fixture {
        private final Jdbi jdbi;
        private final ChannelRepository channels;
        private final OutboxRepository messages;
        private final ChannelVault vault;
        private final Outbox outbox;
        private final Postman postman;

        Fixture(TestDatabase database) {
            jdbi = Jdbi.create(database.dataSource());
            channels = new ChannelRepository(jdbi, clock);
            messages = new OutboxRepository(jdbi, clock);
            KeyRing keys = KeyRing.of(
                    Optional.empty(), Home.open(folder.resolve("home").toString()));
            vault = new ChannelVault(channels, new SecretBox(keys));
            outbox = new Outbox(channels, messages);
            postman = new Postman(channels, messages, vault, new MailSender(clock), new WebhookSender(clock), clock);
        }

        long channel(String name, String language, EventKind... events) {
            long id = channels.newId();
            channels.add(new Channel(
                    id,
                    1,
                    name,
                    ChannelKind.MAIL,
                    language,
                    true,
                    Set.of(events),
                    "127.0.0.1",
                    server.getSmtp().getPort(),
                    MailSecurity.NONE,
                    "",
                    "photobridge@contoso.com",
                    "anna@contoso.com",
                    Optional.empty()));
            return id;
        }

        void deliver() {
            postman.deliverDue(() -> false);
        }
    }
}
