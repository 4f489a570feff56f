package org.photobridge.simulator.sharepoint;

import java.util.Locale;
import org.photobridge.simulator.directory.Person;
import org.photobridge.simulator.directory.SharePointStart;

/** The stem of a person's thumbnail files; two forms live side by side in one tenant (documented, observed). */
final class BaseName {
    private BaseName() {}

    static String ofAccount(String userPrincipalName) {
        return userPrincipalName.toLowerCase(Locale.ROOT).replace('@', '_').replace('.', '_');
    }

    /** The stem of the files that a person has at the start. */
    static String atStart(Person person) {
        SharePointStart start = person.sharePoint();
        return switch (start) {
            case IN_SYNC_ACCOUNT_FORM, STALE_ACCOUNT_FORM -> ofAccount(person.userPrincipalName());
            case STALE_RENAMED -> ofAccount("old." + person.userPrincipalName());
            default -> person.objectId();
        };
    }
}
