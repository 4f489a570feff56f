package org.photobridge.simulator.sharepoint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.photobridge.simulator.directory.Person;

/**
 * What the user profile application knows of a person at one moment.
 *
 * @param properties texts in SharePoint's order, empty when unset
 * @param mySite address of the My Site host, without a slash at its end
 */
record Profile(Person person, Map<String, String> properties, String mySite) {

    Profile {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    String property(String name) {
        return properties.getOrDefault(name, "");
    }

    /** The picture that readers are shown: none while the placeholder state is 1 (documented, observed). */
    Optional<String> shownPicture() {
        String url = property(ProfileProperties.PICTURE_URL);
        if (url.isEmpty() || property(ProfileProperties.PLACEHOLDER_STATE).equals("1")) {
            return Optional.empty();
        }
        return Optional.of(url);
    }

    /** PictureUrl as clients get it: with the timestamp, which is there to get around caches (observed). */
    Optional<String> pictureUrl() {
        String timestamp = property(ProfileProperties.TIMESTAMP);
        return shownPicture().map(url -> timestamp.isEmpty() ? url : url + "?t=" + timestamp);
    }

    /** The members beside the properties, in recorded order. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("AccountName", person.claim());
        members.put("DirectReports", List.of());
        members.put("DisplayName", person.displayName());
        members.put("Email", person.mail());
        members.put("ExtendedManagers", List.of());
        members.put("ExtendedReports", List.of(person.claim()));
        members.put("IsFollowed", false);
        members.put("LatestPost", null);
        members.put("Peers", List.of());
        members.put("PersonalSiteHostUrl", mySite + "/");
        members.put("PersonalUrl", mySite + "/personal/" + BaseName.ofAccount(person.userPrincipalName()) + "/");
        members.put("PictureUrl", pictureUrl().orElse(null));
        members.put("Title", property("Title"));
        members.put("UserUrl", mySite + "/Person.aspx?accountname=" + personParameter());
        return members;
    }

    Entity entity(String path) {
        Map<String, Object> all = new LinkedHashMap<>();
        members().forEach((name, value) -> {
            if (name.equals("UserUrl")) {
                all.put("UserProfileProperties", keyValues());
            }
            all.put(name, value);
        });
        return new Entity("SP.UserProfiles.PersonProperties", "SP.ApiData.PersonPropertiess", path, all);
    }

    private List<Entity> keyValues() {
        List<Entity> pairs = new ArrayList<>();
        properties.forEach((name, value) -> {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("Key", name);
            members.put("Value", value);
            members.put("ValueType", "Edm.String");
            pairs.add(Entity.complex("SP.KeyValue", members));
        });
        return pairs;
    }

    /** Dots are written %2E here, and only here (observed). */
    private String personParameter() {
        return PercentEncoding.encodeParameter(person.claim()).replace(".", "%2E");
    }
}
