package org.photobridge.portal.notify;

import java.util.Objects;
import java.util.OptionalLong;
import org.photobridge.spi.Secret;

/**
 * A channel as somebody typed it.
 *
 * @param id empty for a new one
 * @param version the version that was on the screen
 * @param mail ignored for webhooks
 * @param address a webhook's; empty text leaves the stored one
 * @param secret password or signing key; an empty one leaves the stored one
 */
public record ChannelInput(
        OptionalLong id,
        long version,
        ChannelKind kind,
        String name,
        String language,
        boolean enabled,
        Mail mail,
        String address,
        Secret secret) {

    /** How mail is sent. */
    public record Mail(
            String host, String port, MailSecurity security, String userName, String sender, String recipients) {

        public static final Mail NONE = new Mail("", "", MailSecurity.NONE, "", "", "");

        boolean hasPort() {
            return port.matches("\\d{1,5}") && Integer.parseInt(port) > 0 && Integer.parseInt(port) <= 65_535;
        }
    }

    public ChannelInput {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(mail, "mail");
        Objects.requireNonNull(secret, "secret");
        name = name.strip();
        address = address.strip();
    }

    boolean hasSecret() {
        return !secret.reveal().isBlank();
    }
}
