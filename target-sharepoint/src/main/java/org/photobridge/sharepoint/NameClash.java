package org.photobridge.sharepoint;

import java.net.URI;
import java.util.List;
import org.photobridge.spi.CallContext;

/**
 * Refuses to touch a file that two people share. SharePoint once named files by the account with its signs replaced, and
 * {@code a.b@x} and {@code a_b@x} then have the same.
 */
final class NameClash {
    private final Profiles profiles;
    private final String accountPrefix;
    private final URI mySite;

    NameClash(Profiles profiles, String accountPrefix, URI mySite) {
        this.profiles = profiles;
        this.accountPrefix = accountPrefix;
        this.mySite = mySite;
    }

    /** How many profiles {@link #refuse} reads: none for a file that is named by the object id. */
    int requests(StateToken person) {
        return others(person).size();
    }

    /**
     * Asks whether somebody else's picture is this very file. Within a permit of the caller.
     *
     * @throws org.photobridge.spi.ProviderException if it is
     */
    void refuse(StateToken person, CallContext call) {
        for (AccountName other : others(person)) {
            boolean shared = profiles.find(other.claim(), call)
                    .flatMap(profile -> PictureLocation.of(profile.picture().pictureUrl(), mySite))
                    .filter(location ->
                            location.base().equalsIgnoreCase(person.location().base()))
                    .isPresent();
            if (shared) {
                throw Problem.NAME_CLASH.exception(
                        person.location().path(ThumbnailSize.M) + " is also the picture of a similar account");
            }
        }
    }

    private List<AccountName> others(StateToken person) {
        if (!person.accountForm() || !person.accountName().contains("@")) {
            return List.of();
        }
        String upn = person.accountName().substring(person.accountName().lastIndexOf('|') + 1);
        return new AccountName(accountPrefix, upn).lookAlikes();
    }
}
