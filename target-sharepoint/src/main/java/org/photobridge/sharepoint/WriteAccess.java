package org.photobridge.sharepoint;

import org.photobridge.spi.CallContext;
import org.photobridge.spi.Cost;

/**
 * What every change to a person's picture goes through first, so that nothing can stop it half-way that could be known
 * before.
 */
record WriteAccess(
        SharePointHosts hosts, Profiles profiles, PhotoLibrary library, PhotoFolders folders, NameClash clash) {

    /** All that one person's change takes. */
    Cost cost(StateToken person, int fileRequests, int properties) {
        int lookAlikes = clash.requests(person);
        int requests = folders.requestsToEnsure(person.location().folder())
                + lookAlikes
                + fileRequests
                + profiles.requestsToSet(properties);
        return LimitNames.requests(requests, lookAlikes + properties);
    }

    /** Signs in at both hosts, refuses a shared file, makes a missing folder. Within a permit of the caller. */
    void prepare(StateToken person, CallContext call) {
        hosts.signIn(Site.ADMIN, Site.MY_SITE);
        clash.refuse(person, call);
        folders.ensure(person.location().folder(), call);
    }
}
