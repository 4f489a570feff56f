package org.photobridge.sharepoint;

import java.net.URI;
import java.util.Optional;
import org.photobridge.spi.Account;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.IdentifierType;
import org.photobridge.spi.Permit;

/** Finds a person's profile, and the place of their thumbnails. */
final class PersonFinder {
    private final Profiles profiles;
    private final PhotoFolders folders;
    private final String accountPrefix;
    private final URI mySite;

    PersonFinder(Profiles profiles, PhotoFolders folders, String accountPrefix, URI mySite) {
        this.profiles = profiles;
        this.folders = folders;
        this.accountPrefix = accountPrefix;
        this.mySite = mySite;
    }

    /**
     * Reads the profile.
     *
     * @throws org.photobridge.spi.ProviderException if there is none, or it is another person's, or it can't be read
     */
    Person find(Account account, CallContext call) {
        AccountName name = AccountName.of(account, accountPrefix);
        Profile profile = profile(name, call)
                .orElseThrow(() -> Problem.NO_PROFILE.exception("account " + account.id() + " has no profile"));
        requireSamePerson(account, profile);
        requireSameGeography(account, profile);
        Ownership ownership = Ownership.of(account, name, profile);
        Optional<PictureLocation> own = ownership
                .ownLocation(profile.picture().pictureUrl(), mySite)
                .filter(location -> folders.contains(location.folder(), call));
        PictureLocation location = own.orElseGet(() -> new PictureLocation(folders.folder(call), ownership.newBase()));
        return new Person(profile, ownership, location, own.isPresent());
    }

    /** The profile alone; empty if there is none. */
    Optional<Profile> profile(AccountName name, CallContext call) {
        try (Permit permit = call.acquire(LimitNames.requests(1, 1))) {
            return profiles.find(name.claim(), call);
        }
    }

    /** After an account was deleted and made again, the old profile may answer to the new person's name for a while. */
    private static void requireSamePerson(Account account, Profile profile) {
        Optional<String> wanted = account.identifier(IdentifierType.OBJECT_ID);
        Optional<String> found = profile.objectId();
        if (wanted.isPresent() && found.isPresent() && !wanted.get().equalsIgnoreCase(found.get())) {
            throw Problem.OTHER_PERSON.exception("account " + wanted.get() + " has the profile of " + found.get());
        }
    }

    /** A profile lives in one geography, and its thumbnails with it. */
    private void requireSameGeography(Account account, Profile profile) {
        String host = profile.personalSiteHost();
        if (host.isBlank()) {
            return;
        }
        if (!isMySite(host)) {
            throw Problem.OTHER_GEO.exception("account " + account.id() + " lives at " + Details.shortened(host));
        }
    }

    private boolean isMySite(String address) {
        try {
            return Origins.same(URI.create(address.strip()), mySite);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
