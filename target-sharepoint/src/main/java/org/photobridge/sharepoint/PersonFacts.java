package org.photobridge.sharepoint;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.photobridge.spi.Account;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Fact;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.ProviderException;

/** Tells what SharePoint knows of a person's picture, decoded for people. */
final class PersonFacts {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final PersonFinder finder;
    private final UserPhotoPage photoPage;
    private final SharePointSettings settings;

    PersonFacts(PersonFinder finder, UserPhotoPage photoPage, SharePointSettings settings) {
        this.finder = finder;
        this.photoPage = photoPage;
        this.settings = settings;
    }

    List<Fact> of(Account account, CallContext call) {
        return AccountName.upn(account)
                .map(upn -> new AccountName(settings.accountPrefix(), upn))
                .map(name -> of(account, name, call))
                .orElse(List.of());
    }

    private List<Fact> of(Account account, AccountName name, CallContext call) {
        List<Fact> facts = new ArrayList<>();
        finder.profile(name, call).ifPresent(known -> {
            facts.addAll(picture(account, name, known));
            facts.add(fact("userphoto", servedByPage(name, call)));
            facts.addAll(identity(known));
        });
        return facts;
    }

    private List<Fact> picture(Account account, AccountName name, Profile profile) {
        PictureProperties picture = profile.picture();
        return List.of(
                fact("pictureUrl", picture.pictureUrl()),
                fact("shownUrl", profile.shownUrl().map(LocalText::of).orElseGet(() -> Texts.of("fact.shownUrl.none"))),
                fact("file", whose(account, name, profile)),
                fact("placeholder", known("fact.placeholder.", picture.placeholderState())),
                fact("timestamp", time(picture.timestamp())),
                fact("exchangeSyncState", known("fact.exchangeSyncState.", picture.exchangeSyncState())));
    }

    private static List<Fact> identity(Profile profile) {
        return List.of(
                fact("accountName", profile.accountName()),
                fact("objectId", profile.objectId().orElse("")),
                fact("personalSite", profile.property("PersonalSpace")),
                fact("personalSiteHost", profile.personalSiteHost()));
    }

    private LocalText whose(Account account, AccountName name, Profile profile) {
        String url = profile.picture().pictureUrl();
        if (url.isBlank()) {
            return Texts.of("fact.file.none");
        }
        Ownership ownership = Ownership.of(account, name, profile);
        Optional<PictureLocation> location =
                PictureLocation.of(url, settings.sites().mySite());
        if (location.isEmpty()) {
            return Texts.of("fact.file.elsewhere");
        }
        return Texts.of(ownership.owns(location.get().base()) ? "fact.file.own" : "fact.file.other");
    }

    /** {@code 0} and {@code 1} have a meaning, nothing means "never set", all else is shown as it is. */
    private static LocalText known(String prefix, String value) {
        return switch (value) {
            case "0", "1" -> Texts.of(prefix + value);
            case "" -> Texts.of(prefix + "unset");
            default -> LocalText.of(value);
        };
    }

    private static LocalText time(String value) {
        return PictureTimestamp.read(value)
                .map(time -> LocalText.of(TIME.format(time) + " (" + value + ")"))
                .orElseGet(() -> LocalText.of(value));
    }

    /** A fact for people and no more: the page's cache may lag, and its placeholder comes as a success. */
    private LocalText servedByPage(AccountName name, CallContext call) {
        try {
            byte[] served = photoPage.plain(name, call);
            return Placeholders.isPlaceholder(served)
                    ? Texts.of("fact.userphoto.placeholder")
                    : Texts.of("fact.userphoto.picture", served.length);
        } catch (ProviderException e) {
            return Texts.of("fact.userphoto.unknown", e.code());
        }
    }

    private static Fact fact(String name, String value) {
        return fact(name, LocalText.of(value));
    }

    private static Fact fact(String name, LocalText value) {
        return new Fact(Texts.of("fact." + name + ".label"), value);
    }
}
