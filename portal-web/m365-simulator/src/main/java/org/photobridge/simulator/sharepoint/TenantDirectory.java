package org.photobridge.simulator.sharepoint;

import java.util.Optional;
import org.photobridge.simulator.directory.Person;
import org.photobridge.simulator.directory.Tenant;

/** The tenant's people, of whom SharePoint hears at once; imports take hours in reality (invented). */
record TenantDirectory(Tenant tenant) implements Directory {

    @Override
    public int size() {
        return tenant.size();
    }

    @Override
    public Person person(int index) {
        return tenant.person(index);
    }

    @Override
    public Person atStart(int index) {
        return tenant.atStart(index);
    }

    @Override
    public Optional<Person> byUserPrincipalName(String userPrincipalName) {
        return tenant.byUserPrincipalName(userPrincipalName);
    }

    @Override
    public Optional<Person> byUserPrincipalNameAtStart(String userPrincipalName) {
        return tenant.byUserPrincipalNameAtStart(userPrincipalName);
    }

    @Override
    public Optional<Person> byObjectId(String objectId) {
        return tenant.byObjectId(objectId);
    }
}
