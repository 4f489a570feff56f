package org.photobridge.sharepoint;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Permit;
import org.photobridge.spi.PhotoWrite;
import org.photobridge.spi.PreparedPicture;
import org.photobridge.spi.VerifyResult;

/**
 * Reads back what was written: the properties, the address that SharePoint gives to its pages, and one file's content.
 *
 * <p>{@code userphoto.aspx} is no evidence: it answers 200 with a placeholder to anything.
 */
final class Verification {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final PersonFinder finder;
    private final PhotoLibrary library;
    private final URI mySite;

    Verification(PersonFinder finder, PhotoLibrary library, URI mySite) {
        this.finder = finder;
        this.library = library;
        this.mySite = mySite;
    }

    VerifyResult verify(PhotoWrite write, CallContext call) {
        Person person = finder.find(write.account(), call);
        StateToken before = StateToken.read(write.token()).orElseGet(() -> StateToken.of(person, Map.of()));
        String expected = before.location().pictureUrl(mySite);
        PictureProperties now = person.picture();
        if (!now.pictureUrl().equals(expected) || !now.isShown()) {
            boolean unmoved = now.pictureUrl().equals(before.pictureUrl())
                    && now.timestamp().equals(before.timestamp());
            return unmoved ? VerifyResult.notYet(LOOK_AGAIN) : VerifyResult.different(Problem.OTHER_ADDRESS.code());
        }
        return isGivenToPages(person, expected) ? file(write, before, call) : VerifyResult.notYet(LOOK_AGAIN);
    }

    private static boolean isGivenToPages(Person person, String expected) {
        return person.profile()
                .shownUrl()
                .filter(shown -> shown.startsWith(expected))
                .isPresent();
    }

    private VerifyResult file(PhotoWrite write, StateToken before, CallContext call) {
        Optional<String> served = large(before.location(), call).map(Hashes::of);
        Optional<String> written = write.picture(ThumbnailSize.L.name())
                .map(PreparedPicture::bytes)
                .map(Hashes::of);
        if (served.isPresent() && served.equals(written)) {
            return VerifyResult.served();
        }
        boolean stillOld = served.isEmpty() || served.get().equals(before.largeHash());
        return stillOld ? VerifyResult.notYet(LOOK_AGAIN) : VerifyResult.different(Problem.OTHER_PICTURE.code());
    }

    private Optional<byte[]> large(PictureLocation location, CallContext call) {
        try (Permit permit = call.acquire(LimitNames.requests(1))) {
            return library.read(location, ThumbnailSize.L, call);
        }
    }
}
