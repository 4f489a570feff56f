package org.photobridge.simulator.sharepoint;

import java.awt.image.BufferedImage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.photobridge.simulator.directory.Person;

/**
 * SharePoint's own way to a picture (documented): somebody asks for their own photo, and if the last pull is long enough
 * ago SharePoint asks Exchange, stores three thumbnails and sets the properties. Other people's looks do nothing.
 */
final class NativePull {
    private final Clock clock;
    private final ProfileStore profiles;
    private final FileStore files;
    private final PictureSource pictures;
    private final Map<String, Instant> pulled = new ConcurrentHashMap<>();
    private final Map<String, Instant> failed = new ConcurrentHashMap<>();
    private volatile PullRules rules = PullRules.usual();

    NativePull(Clock clock, ProfileStore profiles, FileStore files, PictureSource pictures) {
        this.clock = clock;
        this.profiles = profiles;
        this.files = files;
        this.pictures = pictures;
    }

    PullRules rules() {
        return rules;
    }

    void setRules(PullRules changed) {
        rules = changed;
    }

    PullOutcome visit(Person person) {
        Optional<Profile> profile = profiles.of(person);
        if (!person.standing().accountEnabled()) {
            return PullOutcome.SIGN_IN_BLOCKED;
        }
        return profile.map(this::visit).orElse(PullOutcome.NO_PROFILE);
    }

    private PullOutcome visit(Profile profile) {
        PullRules now = rules;
        if (profiles.isElsewhere(profile.person())) {
            return PullOutcome.OTHER_GEOGRAPHY;
        }
        if (!now.pictureEditable()) {
            return PullOutcome.PICTURE_NOT_EDITABLE;
        }
        if (now.syncStateProtects()
                && profile.property(ProfileProperties.EXCHANGE_SYNC_STATE).equals("0")) {
            return PullOutcome.SYNC_STATE_OFF;
        }
        if (!profile.person().standing().mailbox().isInCloud()) {
            return PullOutcome.NO_MAILBOX;
        }
        return guarded(profile, now);
    }

    private PullOutcome guarded(Profile profile, PullRules now) {
        String id = profile.person().objectId();
        if (isWithin(lastPull(profile), now.guard())) {
            return PullOutcome.PULLED_RECENTLY;
        }
        if (isWithin(Optional.ofNullable(failed.get(id)), now.errorBackOff())) {
            return PullOutcome.FAILED_RECENTLY;
        }
        if (!pictures.isThere(profile.person())) {
            return PullOutcome.NO_PHOTO_IN_EXCHANGE;
        }
        Optional<BufferedImage> image = pictures.now(profile.person());
        if (image.isEmpty()) {
            failed.put(id, clock.instant());
            return PullOutcome.PHOTO_UNREADABLE;
        }
        store(profile.person(), now.blankPictures() ? Placeholder.image() : image.get());
        return PullOutcome.PULLED;
    }

    /** A pull before the simulator's start counts; what others write into the timestamp doesn't (invented). */
    private Optional<Instant> lastPull(Profile profile) {
        Instant since = pulled.get(profile.person().objectId());
        if (since != null) {
            return Optional.of(since);
        }
        boolean before = ThumbnailDrawing.hasFiles(profile.person().sharePoint());
        return before ? Optional.of(StartingProfile.pictureTime(profile.person())) : Optional.empty();
    }

    private boolean isWithin(Optional<Instant> last, Duration span) {
        return last.isPresent() && last.get().plus(span).isAfter(clock.instant());
    }

    private void store(Person person, BufferedImage image) {
        Map<ThumbnailSize, byte[]> thumbnails = ThumbnailDrawing.pulled(image);
        thumbnails.forEach((size, jpeg) -> files.write(path(size, person), jpeg));
        String url = profiles.mySite() + PercentEncoding.encodePath(path(ThumbnailSize.M, person));
        Instant now = clock.instant();
        profiles.set(person, ProfileProperties.PICTURE_URL, url);
        profiles.set(person, ProfileProperties.PLACEHOLDER_STATE, "0");
        profiles.set(person, ProfileProperties.EXCHANGE_SYNC_STATE, "1");
        profiles.set(person, ProfileProperties.TIMESTAMP, SharePointTime.text(now));
        pulled.put(person.objectId(), now);
        failed.remove(person.objectId());
    }

    private String path(ThumbnailSize size, Person person) {
        return files.picturesFolder() + "/" + size.fileName(person.objectId());
    }
}
