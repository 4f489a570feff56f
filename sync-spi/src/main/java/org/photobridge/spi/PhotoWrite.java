package org.photobridge.spi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One account's picture to be written. Made by the host.
 *
 * @param account whose picture it is
 * @param token from the {@link TargetState} that the decision was made on
 * @param pictures one for each of {@link PhotoTarget#renditions()}, in their order
 */
public record PhotoWrite(Account account, TargetToken token, List<PreparedPicture> pictures) {

    public PhotoWrite {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(token, "token");
        pictures = List.copyOf(pictures);
    }

    /** The picture in the rendition of this name. */
    public Optional<PreparedPicture> picture(String rendition) {
        return pictures.stream()
                .filter(picture -> picture.rendition().name().equals(rendition))
                .findFirst();
    }
}
