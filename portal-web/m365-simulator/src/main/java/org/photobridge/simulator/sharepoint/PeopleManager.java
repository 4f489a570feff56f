package org.photobridge.simulator.sharepoint;

import java.util.Optional;

/** What an app may do to profiles, whichever way it asks (REST or CSOM). */
final class PeopleManager {
    private final ProfileStore profiles;

    PeopleManager(ProfileStore profiles) {
        this.profiles = profiles;
    }

    Optional<Profile> properties(Caller caller, String account) throws SharePointError {
        if (!caller.mayReadProfiles()) {
            throw SharePointError.accessDenied();
        }
        return profiles.find(account);
    }

    /** Inferred: an unknown person or property reads as nothing. Names are case-sensitive here (observed). */
    Optional<String> property(Caller caller, String account, String name) throws SharePointError {
        return properties(caller, account)
                .map(profile -> profile.properties().get(name))
                .filter(value -> value != null);
    }

    /** A profile of another geography is read here, but written there only (documented); the words are invented. */
    private Profile here(String account) throws SharePointError {
        return profiles.find(account)
                .filter(profile -> !profiles.isElsewhere(profile.person()))
                .orElseThrow(SharePointError::userNotFound);
    }

    /** Documented and observed: the host first, then the roles, then the person, then the property. */
    void set(Caller caller, String account, String name, String value) throws SharePointError {
        if (!caller.mayAdministerProfiles()) {
            throw caller.hasProfileRoles() ? SharePointError.propertyNotEditable() : SharePointError.accessDenied();
        }
        Profile profile = here(account);
        String property = ProfileProperties.canonical(name).orElseThrow(() -> SharePointError.propertyNotFound(name));
        if (ProfileProperties.isLocked(property)) {
            throw SharePointError.propertyNotEditable();
        }
        profiles.set(profile.person(), property, value);
    }
}
