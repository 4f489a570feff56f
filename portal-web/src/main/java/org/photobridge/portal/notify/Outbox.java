package org.photobridge.portal.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Takes causes and stores a message for each channel that wants them; joins the transaction of what happened. */
@ApplicationScoped
public class Outbox {
    private ChannelRepository channels;
    private OutboxRepository messages;

    /** For the container's proxy only. */
    protected Outbox() {}

    @Inject
    Outbox(ChannelRepository channels, OutboxRepository messages) {
        this.channels = channels;
        this.messages = messages;
    }

    @Transactional
    void raise(Cause cause) {
        channels.all().stream()
                .filter(channel -> channel.enabled() && channel.events().contains(cause.kind()))
                .filter(channel -> !messages.knows(cause.key(), channel.id()))
                .forEach(channel -> messages.add(channel, cause, cause.wording().apply(channel.locale())));
    }
}
