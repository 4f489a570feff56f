package org.photobridge.portal.account;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.photobridge.portal.engine.Glance;

/**
 * Both systems' pictures of one person, as read just now.
 *
 * @param prepared what a sync would send; empty if there is nothing to send
 * @param enlarged whether the source's picture is smaller than what is sent
 * @param found what a check would have found
 */
record SideBySide(
        Instant readAt,
        Side source,
        Optional<ViewPicture> prepared,
        boolean enlarged,
        Side target,
        Glance.Found found) {

    /** The code of why a system couldn't be asked; empty text if both could. */
    String problem() {
        return Stream.of(source, target)
                .filter(side -> side.state() == Side.State.FAILED)
                .map(Side::code)
                .findFirst()
                .orElse("");
    }

    /** Whether both systems could be asked. */
    boolean isComplete() {
        return source.state() != Side.State.FAILED && target.state() != Side.State.FAILED;
    }
}
