package org.photobridge.sharepoint;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person's profile as SharePoint tells it. */
final class Profile {
    private static final Pattern OBJECT_ID_NAME =
            Pattern.compile("^CN=([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}),", Pattern.CASE_INSENSITIVE);

    private final String accountName;
    private final Optional<String> shownUrl;
    private final String personalSiteHost;
    private final Map<String, String> properties;

    private Profile(
            String accountName, Optional<String> shownUrl, String personalSiteHost, Map<String, String> properties) {
        this.accountName = accountName;
        this.shownUrl = shownUrl;
        this.personalSiteHost = personalSiteHost;
        this.properties = Collections.unmodifiableMap(properties);
    }

    /**
     * The profile in an answer of {@code GetPropertiesFor}; empty if it says that there is none, which comes with HTTP
     * 200.
     */
    static Optional<Profile> of(ServiceAnswer answer) {
        Json body = answer.json();
        if (body.get("odata.null").isTrue()) {
            return Optional.empty();
        }
        String accountName = body.text("AccountName")
                .orElseThrow(() -> Problem.UNREADABLE_ANSWER.exception(answer.describe("a profile without a name")));
        return Optional.of(new Profile(
                accountName,
                body.text("PictureUrl"),
                body.text("PersonalSiteHostUrl").orElse(""),
                properties(body)));
    }

    /** Names are compared without regard to case, as the service does. */
    private static Map<String, String> properties(Json body) {
        Map<String, String> properties = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Json property : body.get("UserProfileProperties").items()) {
            property.text("Key")
                    .ifPresent(key -> properties.put(key, property.text("Value").orElse("")));
        }
        return properties;
    }

    /** As SharePoint writes it; what a write must name. */
    String accountName() {
        return accountName;
    }

    /** The address that SharePoint gives to its pages, with the time appended; empty while it shows a placeholder. */
    Optional<String> shownUrl() {
        return shownUrl;
    }

    /** The my-site host of the geography that this profile lives in; may be empty. */
    String personalSiteHost() {
        return personalSiteHost;
    }

    String property(String name) {
        return properties.getOrDefault(name, "");
    }

    /** The Entra object id, which SharePoint keeps in two places; empty if it is in neither. */
    Optional<String> objectId() {
        Matcher named = OBJECT_ID_NAME.matcher(property("SPS-DistinguishedName"));
        return Optional.of(property("msOnline-ObjectId"))
                .filter(id -> !id.isBlank())
                .or(() -> named.find() ? Optional.of(named.group(1)) : Optional.empty());
    }

    PictureProperties picture() {
        return PictureProperties.of(properties);
    }
}
