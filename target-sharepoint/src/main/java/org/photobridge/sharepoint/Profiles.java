package org.photobridge.sharepoint;

import java.util.Map;
import java.util.Optional;
import org.photobridge.spi.CallContext;

/** Reads and changes people's profiles on the admin host: the only one where those of others can be changed. */
final class Profiles {
    static final String PEOPLE_MANAGER = "/_api/SP.UserProfiles.PeopleManager/";

    private final SharePointHosts hosts;
    private final PropertyWriter writer;

    Profiles(SharePointHosts hosts, PropertyWriter writer) {
        this.hosts = hosts;
        this.writer = writer;
    }

    /** One request. Empty if there is no such profile. */
    Optional<Profile> find(String accountName, CallContext call) {
        String path = PEOPLE_MANAGER + "GetPropertiesFor(accountName=@v)?@v=" + ODataText.literal(accountName);
        return Profile.of(hosts.send(ServiceRequest.get(Site.ADMIN, path), call));
    }

    /** Sets properties in the map's order; after a failure the ones before it stay set. */
    void set(String accountName, Map<String, String> properties, CallContext call) {
        writer.set(accountName, properties, call);
    }

    /** How many requests {@link #set} makes. */
    int requestsToSet(int properties) {
        return writer.requests(properties);
    }
}
