package org.photobridge.sharepoint;

import org.photobridge.spi.CallContext;
import org.photobridge.spi.Cost;

/**
 * What every change to a person's picture goes through first, so that nothing can stop it half-way that could be known
 * before.
 */
record WriteAccess(
        SharePointHosts hosts,
        AdminAccess admin,
        Profiles profiles,
        PhotoLibrary library,
        PhotoFolders folders,
        NameClash clash) {

    /** All that one person's change takes. */
    Cost cost(StateToken person, int fileRequests, int properties) {
        int lookAlikes = clash.requests(person);
        int requests = folders.requestsToEnsure(person.location().folder())
                + admin.requests()
                + lookAlikes
                + fileRequests
                + profiles.requestsToSet(properties);
        return LimitNames.requests(requests, lookAlikes + properties);
    }

    /** Signs in at both hosts, makes sure of the right to change profiles, refuses a shared file, makes a missing folder. Within a permit of the caller. */
    void prepare(StateToken person, CallContext call) {
        hosts.signIn(Site.MY_SITE);
        admin.require(call);
        clash.refuse(person, call);
        folders.ensure(person.location().folder(), call);
    }
}
