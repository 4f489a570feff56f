package org.photobridge.portal.notify;

import java.time.Instant;
import java.util.Optional;

/**
 * One message to one channel, and what became of it.
 *
 * @param dueAt when it is tried next; of no meaning unless it waits
 * @param errorCode why the last try failed; empty text if it didn't
 * @param error what the other side said then
 */
public record Delivery(
        long id,
        long channelId,
        String channelName,
        EventKind kind,
        String title,
        String body,
        String page,
        String facts,
        State state,
        Instant createdAt,
        int attempts,
        Instant dueAt,
        Optional<Instant> sentAt,
        String errorCode,
        String error) {

    /** How far it is. */
    public enum State {
        WAITING,
        SENT,
        /** Not tried any more unless somebody asks for it. */
        GIVEN_UP
    }
}
