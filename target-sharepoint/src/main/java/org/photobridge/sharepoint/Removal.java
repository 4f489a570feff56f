package org.photobridge.sharepoint;

import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.photobridge.spi.Account;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Permit;
import org.photobridge.spi.WriteResult;

/**
 * Removes a person's picture: SharePoint is first told to show its placeholder, then the person's own files go, and the
 * address goes last. A removal that was stopped finds the files by that address and completes.
 */
final class Removal {
    private static final int PROPERTIES = 3;

    private final WriteAccess access;
    private final PersonFinder finder;
    private final Clock clock;

    Removal(WriteAccess access, PersonFinder finder, Clock clock) {
        this.access = access;
        this.finder = finder;
        this.clock = clock;
    }

    WriteResult remove(Account account, CallContext call, InTurn.Sent sent) {
        Person person = finder.find(account, call);
        if (person.picture().pictureUrl().isBlank()) {
            return WriteResult.written("");
        }
        StateToken place = StateToken.of(person, Map.of());
        int fileRequests = person.showsOwn() ? ThumbnailSize.values().length : 0;
        // One request more than for the properties at once: the address is emptied by itself, at the end.
        try (Permit permit = call.acquire(access.cost(place, fileRequests + 1, PROPERTIES))) {
            access.prepare(place, call);
            sent.begin();
            access.profiles().set(place.accountName(), placeholder(person), call);
            if (person.showsOwn()) {
                access.library().delete(person.location(), EnumSet.allOf(ThumbnailSize.class), call);
            }
            access.profiles().set(place.accountName(), Map.of(PictureProperties.PICTURE_URL, ""), call);
        }
        return WriteResult.written("");
    }

    private Map<String, String> placeholder(Person person) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(PictureProperties.PLACEHOLDER_STATE, "1");
        values.put(
                PictureProperties.TIMESTAMP,
                PictureTimestamp.after(person.picture().timestamp(), clock.instant()));
        return values;
    }
}
