package org.photobridge.portal.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.photobridge.portal.platform.SealBrokenException;

/**
 * Hands messages over, and tries again later what couldn't be. A crash after the handing over and before that is stored
 * sends the message once more, under the same id.
 */
@ApplicationScoped
class Postman {
    private static final Logger LOG = System.getLogger(Postman.class.getName());
    private static final int AT_ONCE = 50;

    /** How long after each failed try the next one comes; after the last, the message is given up. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12));

    private ChannelRepository channels;
    private OutboxRepository messages;
    private ChannelVault vault;
    private MailSender mail;
    private WebhookSender webhooks;
    private Clock clock;
    private String portal = "";

    /** For the container's proxy only. */
    protected Postman() {}

    @Inject
    Postman(
            ChannelRepository channels,
            OutboxRepository messages,
            ChannelVault vault,
            MailSender mail,
            WebhookSender webhooks,
            Clock clock) {
        this.channels = channels;
        this.messages = messages;
        this.vault = vault;
        this.mail = mail;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** The address under which people reach the portal; without it messages have no link. */
    @Inject
    void at(@ConfigProperty(name = "photobridge.url") Optional<String> url) {
        portal = url.map(text -> text.strip().replaceAll("/+$", "")).orElse("");
    }

    /** Hands over what is due. A channel that fails is left alone until the next time. */
    void deliverDue(BooleanSupplier shuttingDown) {
        Set<Long> failed = new HashSet<>();
        for (Delivery delivery : messages.due(AT_ONCE)) {
            if (shuttingDown.getAsBoolean()) {
                return;
            }
            if (!failed.contains(delivery.channelId()) && !deliver(delivery)) {
                failed.add(delivery.channelId());
            }
        }
    }

    private boolean deliver(Delivery delivery) {
        Optional<Channel> channel = channels.find(delivery.channelId());
        if (channel.isEmpty()) {
            return false;
        }
        try {
            send(message(delivery), channel.get());
            messages.sent(delivery.id());
            return true;
        } catch (NotDelivered e) {
            keep(delivery, e);
            return false;
        }
    }

    private void keep(Delivery delivery, NotDelivered why) {
        Optional<Instant> next = delivery.attempts() < PAUSES.size()
                ? Optional.of(clock.instant().plus(PAUSES.get(delivery.attempts())))
                : Optional.empty();
        LOG.log(
                Level.WARNING,
                "Message {0} to channel {1} wasn''t delivered: {2} {3}",
                delivery.id(),
                delivery.channelId(),
                why.code(),
                why.getMessage());
        messages.failed(delivery.id(), why, next);
    }

    /** Sends a trial message at once. */
    void test(Channel channel, Cause.Wording wording) throws NotDelivered {
        Message trial = new Message(
                "test-" + UUID.randomUUID(),
                EventKind.TEST,
                clock.instant(),
                wording.title(),
                wording.text(),
                link("/notifications.xhtml"),
                Map.of());
        send(trial, channel);
    }

    /** Whatever goes wrong with one message mustn't keep the others waiting. */
    private void send(Message message, Channel channel) throws NotDelivered {
        try {
            if (channel.kind().isMail()) {
                mail.send(message, channel, vault.secret(channel));
            } else {
                webhooks.send(message, channel.kind(), URI.create(vault.address(channel)), vault.secret(channel));
            }
        } catch (SealBrokenException e) {
            throw new NotDelivered("sealed", String.valueOf(e.getMessage()), e);
        } catch (RuntimeException defect) {
            LOG.log(Level.ERROR, "Message " + message.id() + " stopped by a defect", defect);
            throw new NotDelivered("defect", defect.getClass().getSimpleName(), defect);
        }
    }

    private Message message(Delivery delivery) {
        return new Message(
                "notification-" + delivery.id(),
                delivery.kind(),
                delivery.createdAt(),
                delivery.title(),
                delivery.body(),
                link(delivery.page()),
                OutboxRepository.facts(delivery));
    }

    private Optional<String> link(String page) {
        return portal.isEmpty() ? Optional.empty() : Optional.of(portal + page);
    }
}
