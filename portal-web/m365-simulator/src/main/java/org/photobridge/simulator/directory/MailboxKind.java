package org.photobridge.simulator.directory;

/** What kind of mailbox a person has; it decides the service plans that the directory shows. */
public enum MailboxKind {
    CLOUD,
    /** In Exchange Server; the directory shows no Exchange Online plan. */
    ON_PREMISES,
    /** No licence and sign-in blocked, as Exchange makes them. */
    SHARED,
    /** As shared, for a place. */
    ROOM,
    /** A licence whose Exchange plan is suspended. */
    SUSPENDED,
    /** EXCHANGE_S_FOUNDATION only: service "exchange" and yet no mailbox. */
    FOUNDATION_ONLY,
    NONE;

    /** Whether SharePoint finds a mailbox in Exchange Online to pull a picture from. */
    public boolean isInCloud() {
        return this == CLOUD || this == SHARED || this == ROOM;
    }
}
