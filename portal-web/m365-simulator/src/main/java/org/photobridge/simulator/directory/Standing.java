package org.photobridge.simulator.directory;

/**
 * How somebody stands in the directory.
 *
 * @param userType Member, Guest, or empty for the null that old accounts have
 */
public record Standing(boolean accountEnabled, String userType, MailboxKind mailbox, String preferredLanguage) {

    public boolean isGuest() {
        return userType.equals("Guest");
    }
}
