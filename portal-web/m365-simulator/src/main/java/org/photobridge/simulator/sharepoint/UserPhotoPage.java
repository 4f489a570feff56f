package org.photobridge.simulator.sharepoint;

import java.awt.image.BufferedImage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.photobridge.simulator.directory.Pictures;
import org.photobridge.simulator.http.SimRequest;
import org.photobridge.simulator.http.SimResponse;

/**
 * {@code userphoto.aspx}: a person's thumbnail, or a placeholder, and always 200 (observed). Answers are kept by their
 * full address for a while, so that a reader who doesn't move {@code t} sees the old picture (that caches do so is
 * observed; that this one sits in the server, and for how long, is invented).
 */
final class UserPhotoPage {
    private static final int CACHED = 4000;

    private final Clock clock;
    private final ProfileStore profiles;
    private final FileStore files;
    private final PictureSource pictures;
    private final PrivateCdn cdn;
    private final Map<String, Kept> cache = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > CACHED;
        }
    };
    private volatile Duration keptFor = Duration.ofMinutes(10);
    private volatile boolean peopleSystem;

    /** An answer as the cache has it: which version of which file, or none. */
    private record Kept(Instant until, Optional<StoredFile> file) {}

    UserPhotoPage(Clock clock, ProfileStore profiles, FileStore files, PictureSource pictures) {
        this.clock = clock;
        this.profiles = profiles;
        this.files = files;
        this.pictures = pictures;
        this.cdn = new PrivateCdn(clock);
    }

    Duration keptFor() {
        return keptFor;
    }

    void keepFor(Duration duration) {
        keptFor = duration;
    }

    boolean isPeopleSystemShown() {
        return peopleSystem;
    }

    /** Whether people without a mailbox are shown the picture of the people system, whatever SharePoint has (observed). */
    void showPeopleSystem(boolean on) {
        peopleSystem = on;
    }

    PrivateCdn cdn() {
        return cdn;
    }

    SimResponse answer(SimRequest request) throws SharePointError {
        Optional<SimResponse> redirect = cdn.redirect(request);
        return redirect.isPresent() ? redirect.get() : served(request, query(request));
    }

    /** The same picture by way of the private CDN. */
    SimResponse answerFromCdn(SimRequest request) throws SharePointError {
        QueryString query = query(request);
        Optional<SimResponse> refusal = cdn.refusal(query);
        return refusal.isPresent() ? refusal.get() : served(request, query);
    }

    private SimResponse served(SimRequest request, QueryString query) {
        ThumbnailSize size = ThumbnailSize.ofParameter(query.value("size").orElse(""));
        return cached(request, query, size)
                .map(file -> SimResponse.of(200, "image/jpeg", file.content().read()))
                .orElseGet(() -> SimResponse.of(200, "image/png", Placeholder.png(size)))
                .with("Cache-Control", "private, max-age=" + keptFor.toSeconds());
    }

    private static QueryString query(SimRequest request) throws SharePointError {
        try {
            return QueryString.parse(request.rawQuery());
        } catch (InvalidExpression malformed) {
            throw SharePointError.badRequest(malformed.getMessage());
        }
    }

    private Optional<StoredFile> cached(SimRequest request, QueryString query, ThumbnailSize size) {
        String address = request.site() + request.rawPath() + "?" + request.rawQuery();
        Instant now = clock.instant();
        synchronized (cache) {
            Kept kept = cache.get(address);
            if (kept != null && kept.until().isAfter(now)) {
                return kept.file();
            }
        }
        Optional<StoredFile> found = picture(query, size);
        synchronized (cache) {
            cache.put(address, new Kept(now.plus(keptFor), found));
        }
        return found;
    }

    private Optional<StoredFile> picture(QueryString query, ThumbnailSize size) {
        Optional<String> url = query.value("url").filter(text -> !text.isEmpty());
        if (url.isPresent()) {
            return file(url.get(), size);
        }
        return query.value("accountname")
                .or(() -> query.value("username"))
                .flatMap(profiles::findByAnyName)
                .flatMap(profile -> picture(profile, size));
    }

    private Optional<StoredFile> picture(Profile profile, ThumbnailSize size) {
        boolean elsewhere =
                peopleSystem && !profile.person().standing().mailbox().isInCloud();
        return elsewhere
                ? pictures.now(profile.person()).map(image -> ofPeopleSystem(image, size))
                : profile.shownPicture().flatMap(picture -> file(picture, size));
    }

    private StoredFile ofPeopleSystem(BufferedImage image, ThumbnailSize size) {
        byte[] jpeg = Pictures.jpeg(Pictures.square(image, size.pixels()), 0.8f);
        Instant now = clock.instant();
        return new StoredFile("/people/" + size, UUID.randomUUID(), 1, now, now, Blob.of(jpeg));
    }

    /** Readers tell the other sizes from the M thumbnail's name (observed); what lies elsewhere isn't fetched (invented). */
    private Optional<StoredFile> file(String pictureUrl, ThumbnailSize size) {
        if (!pictureUrl.startsWith(profiles.mySite() + "/")) {
            return Optional.empty();
        }
        String path = pictureUrl.substring(profiles.mySite().length()).replaceFirst("\\?.*", "");
        try {
            String decoded = PercentEncoding.decodePath(path);
            return files.find(decoded.replaceFirst("(?i)_[SML]Thumb\\.jpg$", size.suffix()));
        } catch (InvalidExpression rawPercent) {
            return Optional.empty();
        }
    }
}
