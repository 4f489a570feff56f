package org.photobridge.sharepoint;

import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.photobridge.spi.Account;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Permit;
import org.photobridge.spi.TargetSnapshot;
import org.photobridge.spi.WriteResult;

/**
 * Puts a snapshot back: its files, then the properties as they were, and only then deletes files that weren't there before.
 * So at no moment does SharePoint point at a missing file that wasn't missing before.
 */
final class Restoration {
    private final WriteAccess access;
    private final PersonFinder finder;
    private final URI mySite;

    Restoration(WriteAccess access, PersonFinder finder, URI mySite) {
        this.access = access;
        this.finder = finder;
        this.mySite = mySite;
    }

    WriteResult restore(Account account, TargetSnapshot snapshot, CallContext call, InTurn.Sent sent) {
        Person person = finder.find(account, call);
        PictureLocation location = Snapshots.location(snapshot).orElse(person.location());
        requireOwn(person, location);
        StateToken place =
                StateToken.of(new Person(person.profile(), person.ownership(), location, person.showsOwn()), Map.of());
        Map<ThumbnailSize, byte[]> files = Snapshots.files(snapshot);
        PictureProperties properties = Snapshots.properties(snapshot);
        Set<ThumbnailSize> surplus = EnumSet.allOf(ThumbnailSize.class);
        surplus.removeAll(files.keySet());
        Map<String, String> values = properties.byName();
        try (Permit permit = call.acquire(access.cost(place, files.size() + surplus.size(), values.size()))) {
            access.prepare(place, call);
            sent.begin();
            access.library().write(location, files, call);
            access.profiles().set(place.accountName(), values, call);
            access.library().delete(location, surplus, call);
        }
        return WriteResult.written(fingerprint(properties, location, files));
    }

    /** The person may have been renamed since, and somebody else have the name that the files have. */
    private static void requireOwn(Person person, PictureLocation location) {
        if (!person.ownership().owns(location.base())) {
            throw Problem.OTHER_FILE.exception(location.path(ThumbnailSize.M) + " isn't this person's any more");
        }
    }

    /** As reading would tell it now. */
    private String fingerprint(
            PictureProperties properties, PictureLocation location, Map<ThumbnailSize, byte[]> files) {
        if (!properties.isShown()) {
            return "";
        }
        boolean showsOwn = PictureLocation.of(properties.pictureUrl(), mySite)
                .filter(location::equals)
                .isPresent();
        if (showsOwn && files.isEmpty()) {
            return "";
        }
        return Hashes.fingerprint(properties.pictureUrl(), showsOwn ? files : Map.of());
    }
}
