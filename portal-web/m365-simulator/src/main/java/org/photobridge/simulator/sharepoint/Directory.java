package org.photobridge.simulator.sharepoint;

import java.util.Optional;
import org.photobridge.simulator.directory.Person;

/** The people as SharePoint comes to know them from Entra. */
interface Directory {
    int size();

    /** The person at an index below {@link #size}. */
    Person person(int index);

    /** The same person as when the simulator started: what was named after them then keeps its name. */
    Person atStart(int index);

    Optional<Person> byUserPrincipalName(String userPrincipalName);

    /** By the sign-in name of the start. */
    Optional<Person> byUserPrincipalNameAtStart(String userPrincipalName);

    Optional<Person> byObjectId(String objectId);
}
