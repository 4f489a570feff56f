package org.photobridge.portal.account;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.photobridge.portal.engine.Glance;
import org.photobridge.portal.engine.Reason;
import org.photobridge.spi.Capability;

/**
 * Both systems' pictures of one person, as read just now.
 *
 * @param prepared what a sync would send; empty if there is nothing to send
 * @param enlarged whether the source's picture is smaller than what is sent
 * @param shown what the target's service itself shows; empty if it can't be asked for that
 * @param targetCan what the target can do beyond the minimum
 * @param found what a check would have found
 * @param both the two pictures that somebody can decide about; empty if there aren't two
 */
record SideBySide(
        Instant readAt,
        Side source,
        Optional<ViewPicture> prepared,
        boolean enlarged,
        Side target,
        Optional<Side> shown,
        Set<Capability> targetCan,
        Glance.Found found,
        Optional<Glance.Both> both) {

    /** The code of why a system couldn't be asked; empty text if both could. */
    String problem() {
        return Stream.of(source, target)
                .filter(side -> side.state() == Side.State.FAILED)
                .map(Side::code)
                .findFirst()
                .orElse("");
    }

    /** Whether the target has a picture, as far as it could be asked, and can remove it. */
    boolean isRemovable() {
        boolean there = target.state() == Side.State.PICTURE || target.state() == Side.State.UNSHOWN;
        return there && targetCan.contains(Capability.REMOVE);
    }

    /** Whether what is replaced or removed now can be put back. */
    boolean isRestorable() {
        return targetCan.contains(Capability.RESTORE);
    }

    /** Whether the plan asks a person which of the two pictures is to stay. */
    boolean isAsking() {
        return found.reason()
                .filter(Reason.CHANGED_IN_TARGET_ASK.code()::equals)
                .isPresent();
    }

    /** Whether both systems could be asked. */
    boolean isComplete() {
        return source.state() != Side.State.FAILED && target.state() != Side.State.FAILED;
    }
}
