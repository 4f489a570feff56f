package org.photobridge.portal.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.photobridge.portal.platform.SecretBox;
import org.photobridge.portal.platform.SecretPlace;
import org.photobridge.spi.Secret;

/** Seals and opens what channels keep secret, each value for its row and column. */
@ApplicationScoped
class ChannelVault {
    private static final String TABLE = "notification_channel";

    private ChannelRepository channels;
    private SecretBox box;

    /** For the container's proxy only. */
    protected ChannelVault() {}

    @Inject
    ChannelVault(ChannelRepository channels, SecretBox box) {
        this.channels = channels;
        this.box = box;
    }

    void keepSecret(Channel channel, Secret secret) {
        byte[] sealed = box.sealText(secret.reveal(), SecretPlace.of(TABLE, channel.id(), "secret"));
        channels.keepSecret(channel.id(), sealed, channel.route());
    }

    void keepAddress(long channel, String address) {
        channels.keepAddress(channel, box.sealText(address, SecretPlace.of(TABLE, channel, "address")));
    }

    /** The password or signing key; none if it was entered for another server. */
    Optional<Secret> secret(Channel channel) {
        ChannelRepository.Sealed sealed = channels.sealed(channel.id());
        boolean fits = sealed.secret() != null && channel.route().equals(sealed.secretFor());
        return fits
                ? Optional.of(Secret.of(box.openText(sealed.secret(), SecretPlace.of(TABLE, channel.id(), "secret"))))
                : Optional.empty();
    }

    /** A webhook's address. */
    String address(Channel channel) {
        byte[] sealed = channels.sealed(channel.id()).address();
        return box.openText(sealed, SecretPlace.of(TABLE, channel.id(), "address"));
    }
}
