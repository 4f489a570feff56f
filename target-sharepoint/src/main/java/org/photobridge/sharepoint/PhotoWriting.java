package org.photobridge.sharepoint;

import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Cost;
import org.photobridge.spi.Permit;
import org.photobridge.spi.PhotoWrite;
import org.photobridge.spi.PreparedPicture;
import org.photobridge.spi.WriteResult;

/**
 * Writes a person's picture: first the three files, then the properties that point at them, so that SharePoint never
 * points at a file that isn't there.
 */
final class PhotoWriting {
    private static final int PROPERTIES = 4;

    private final WriteAccess access;
    private final PersonFinder finder;
    private final URI mySite;
    private final Clock clock;
    private final String exchangeSyncState;

    PhotoWriting(WriteAccess access, PersonFinder finder, SharePointSettings settings, Clock clock) {
        this.access = access;
        this.finder = finder;
        this.mySite = settings.sites().mySite();
        this.clock = clock;
        this.exchangeSyncState = settings.exchangeSyncState();
    }

    WriteResult write(PhotoWrite write, CallContext call, InTurn.Sent sent) {
        StateToken person = StateToken.read(write.token())
                .orElseGet(() -> StateToken.of(finder.find(write.account(), call), Map.of()));
        Map<ThumbnailSize, byte[]> files = files(write);
        PictureProperties properties = properties(person);
        try (Permit permit = call.acquire(cost(person))) {
            access.prepare(person, call);
            sent.begin();
            access.library().write(person.location(), files, call);
            access.profiles().set(person.accountName(), properties.byName(), call);
        }
        return WriteResult.written(Hashes.fingerprint(properties.pictureUrl(), files));
    }

    private Cost cost(StateToken person) {
        return access.cost(person, ThumbnailSize.values().length, PROPERTIES);
    }

    private PictureProperties properties(StateToken person) {
        return new PictureProperties(
                person.location().pictureUrl(mySite),
                "0",
                PictureTimestamp.after(person.timestamp(), clock.instant()),
                exchangeSyncState);
    }

    private static Map<ThumbnailSize, byte[]> files(PhotoWrite write) {
        Map<ThumbnailSize, byte[]> files = new EnumMap<>(ThumbnailSize.class);
        for (ThumbnailSize size : ThumbnailSize.values()) {
            PreparedPicture picture = write.picture(size.name())
                    .orElseThrow(() -> new IllegalArgumentException("A write needs the rendition " + size));
            files.put(size, picture.bytes());
        }
        return files;
    }
}
