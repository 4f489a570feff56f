package org.photobridge.portal.notify;

/** How a channel carries messages. */
public enum ChannelKind {
    MAIL,
    /** JSON of our own, posted and signed. */
    WEBHOOK,
    /** An Adaptive Card, as Teams workflows take it. */
    TEAMS;

    boolean isMail() {
        return this == MAIL;
    }
}
