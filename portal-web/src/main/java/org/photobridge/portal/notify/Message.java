package org.photobridge.portal.notify;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What one channel is told, in its language.
 *
 * @param id the same each time that it is tried, so that who gets it twice can tell
 * @param text a few plain sentences, one a line
 * @param link the page to go to; empty if the portal doesn't know its own address
 * @param facts for machines: ids, counts and codes; nobody's name, nothing secret
 */
record Message(
        String id,
        EventKind kind,
        Instant at,
        String title,
        String text,
        Optional<String> link,
        Map<String, String> facts) {
    Message {
        facts = Map.copyOf(facts);
    }
}
