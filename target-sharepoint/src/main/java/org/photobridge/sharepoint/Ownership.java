package org.photobridge.sharepoint;

import java.net.URI;
import java.util.Optional;
import org.photobridge.spi.Account;
import org.photobridge.spi.IdentifierType;

/**
 * Decides which files are a person's own. People can edit their PictureURL and point it at somebody else's file, so a file
 * is theirs only by its name: their object id, or their own account name.
 */
record Ownership(Optional<String> objectId, AccountName name) {
    /** What SharePoint says of the object id counts before what the source says. */
    static Ownership of(Account account, AccountName name, Profile profile) {
        Optional<String> objectId = profile.objectId()
                .or(() -> account.identifier(IdentifierType.OBJECT_ID))
                .filter(id -> SettingsCheck.GUID.matcher(id).matches());
        return new Ownership(objectId, name);
    }

    /** Where the person's own picture is, if PictureURL names such a place. */
    Optional<PictureLocation> ownLocation(String pictureUrl, URI mySite) {
        return PictureLocation.of(pictureUrl, mySite).filter(location -> owns(location.base()));
    }

    boolean owns(String base) {
        return objectId.filter(base::equalsIgnoreCase).isPresent() || isAccountForm(base);
    }

    /** Whether files of this name may be another person's as well. */
    boolean isAccountForm(String base) {
        return base.equalsIgnoreCase(name.fileForm());
    }

    /** What new files are named by: the object id survives a change of name. */
    String newBase() {
        return objectId.orElseGet(name::fileForm);
    }
}
