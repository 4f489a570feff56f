package org.photobridge.portal.notify;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where messages go; nothing of it is secret.
 *
 * @param host a mail server's; of a webhook only the origin of its address
 * @param secretAt when the password or signing key was entered; empty if there is none that fits the server
 */
public record Channel(
        long id,
        long version,
        String name,
        ChannelKind kind,
        String language,
        boolean enabled,
        Set<EventKind> events,
        String host,
        int port,
        MailSecurity security,
        String userName,
        String sender,
        String recipients,
        Optional<Instant> secretAt) {

    public Channel {
        events = Set.copyOf(events);
    }

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }

    /** Where it goes, in a few characters: the recipients, or the host that is posted to. */
    public String where() {
        return kind.isMail() ? recipients : host;
    }

    /** What a secret is entered for: to another server, or on a less protected way, it isn't sent. */
    String route() {
        return kind.isMail() ? security + " " + host + ":" + port : host;
    }
}
