package org.photobridge.simulator.sharepoint;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.photobridge.simulator.directory.Person;
import org.photobridge.simulator.directory.SharePointStart;

/** Makes the properties that a person's profile has before anybody writes to it. */
final class StartingProfile {
    private static final Instant EARLIER = Instant.parse("2023-02-06T09:00:00Z");
    private static final Instant RECENT = Instant.parse("2026-01-12T09:00:00Z");

    private final Directory directory;
    private final String mySite;
    private final String picturesFolder;
    private final String tenantId;

    StartingProfile(Directory directory, String mySite, String picturesFolder, String tenantId) {
        this.directory = directory;
        this.mySite = mySite;
        this.picturesFolder = picturesFolder;
        this.tenantId = tenantId;
    }

    Map<String, String> of(Person person) {
        Map<String, String> known = identity(person);
        known.putAll(work(person));
        known.putAll(picture(person));
        Map<String, String> ordered = new LinkedHashMap<>();
        boolean stub = person.sharePoint() == SharePointStart.STUB_PROFILE;
        ProfileProperties.ALL.stream()
                .filter(name -> !stub || ProfileProperties.OF_STUB.contains(name))
                .forEach(name -> ordered.put(name, known.getOrDefault(name, "")));
        return ordered;
    }

    /** When the picture at the start was stored: pulls and readers go by it. */
    static Instant pictureTime(Person person) {
        Instant base = person.sharePoint().isInSync() ? RECENT : EARLIER;
        return base.plus(Duration.ofHours(7L * (person.index() % 1000))).plusSeconds(person.index() % 3600);
    }

    private Map<String, String> identity(Person person) {
        String upn = person.userPrincipalName().toLowerCase(java.util.Locale.ROOT);
        String puid = "10032%011x".formatted(person.index());
        Map<String, String> values = new HashMap<>();
        values.put("UserProfile_GUID", uuid("profile-" + person.objectId()));
        values.put("SID", "i:0h.f|membership|" + puid + "@live.com");
        values.put("ADGuid", "System.Byte[]");
        values.put("AccountName", person.claim());
        values.put("UserName", upn);
        values.put("PersonalSpace", "/personal/" + BaseName.ofAccount(upn) + "/");
        values.put("SPS-ClaimID", upn);
        values.put("SPS-ClaimProviderID", "membership");
        values.put("SPS-ClaimProviderType", "Forms");
        values.put("SPS-SavedAccountName", person.claim());
        values.put("SPS-UserPrincipalName", upn);
        values.put("SPS-PersonalSiteInstantiationState", "2");
        values.put("SPS-PersonalSiteCapabilities", "36");
        values.put(
                "SPS-DistinguishedName",
                "CN=" + person.objectId() + ",OU=" + tenantId + ",OU=Tenants,OU=MSOnline,DC=SPODS,DC=MSFT,DC=NET");
        values.put("SPS-UserType", person.standing().isGuest() ? "1" : "0");
        values.put("SPS-HideFromAddressLists", "False");
        values.put("SPS-PrivacyPeople", "True");
        values.put(ProfileProperties.OBJECT_ID, person.objectId());
        return values;
    }

    private static Map<String, String> work(Person person) {
        Map<String, String> values = new HashMap<>();
        values.put("FirstName", person.name().given());
        values.put("LastName", person.name().surname());
        values.put("PreferredName", person.displayName());
        values.put("Department", person.work().department());
        values.put("SPS-Department", person.work().department());
        values.put("Title", person.work().jobTitle());
        values.put("SPS-JobTitle", person.work().jobTitle());
        values.put("Office", person.work().office());
        values.put("WorkEmail", person.mail());
        values.put("SPS-MUILanguages", person.standing().preferredLanguage());
        return values;
    }

    private Map<String, String> picture(Person person) {
        return switch (person.sharePoint()) {
            case NO_PROFILE, STUB_PROFILE, NO_PHOTO -> Map.of();
            case PLACEHOLDER_WITH_URL -> picture(person, url(base(person)), "1", "1");
            case FOREIGN_HOST ->
                picture(person, "https://pictures.fabrikam.example/staff/" + person.index() + ".jpg", "0", "0");
            case SOMEBODY_ELSES_FILE -> picture(person, url(directory.atStart(0).objectId()), "0", "0");
            case LARGER_COPY -> picture(person, rawUrl(base(person)), "0", "0");
            default -> picture(person, url(base(person)), "0", "1");
        };
    }

    private String base(Person person) {
        return BaseName.atStart(directory.atStart(person.index()));
    }

    private static Map<String, String> picture(Person person, String url, String placeholder, String syncState) {
        return Map.of(
                ProfileProperties.PICTURE_URL,
                url,
                ProfileProperties.PLACEHOLDER_STATE,
                placeholder,
                ProfileProperties.EXCHANGE_SYNC_STATE,
                syncState,
                ProfileProperties.TIMESTAMP,
                SharePointTime.text(pictureTime(person)));
    }

    /** As SharePoint itself writes it: with the port, and %20 for spaces (observed). */
    private String url(String base) {
        return mySite + PercentEncoding.encodePath(picturesFolder + "/" + ThumbnailSize.M.fileName(base));
    }

    /** As scripts write it, spaces and all (observed). */
    private String rawUrl(String base) {
        return mySite + picturesFolder + "/" + ThumbnailSize.M.fileName(base);
    }

    private static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
