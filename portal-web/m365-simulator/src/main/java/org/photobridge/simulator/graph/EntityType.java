package org.photobridge.simulator.graph;

import java.util.List;
import java.util.Set;

/**
 * The properties that a type of directory object has.
 *
 * @param defaults shown without $select, in this order
 * @param more shown with $select only
 * @param navigations may be selected, and are silently left out
 * @param elsewhere stored outside the directory: 501 on collections
 * @param advancedOnly can be filtered by with ConsistencyLevel alone
 */
record EntityType(
        String name,
        String collection,
        List<String> defaults,
        Set<String> more,
        Set<String> navigations,
        Set<String> elsewhere,
        Set<String> advancedOnly) {

    static final EntityType USER = new EntityType(
            "user",
            "users",
            List.of(
                    "businessPhones",
                    "displayName",
                    "givenName",
                    "jobTitle",
                    "mail",
                    "mobilePhone",
                    "officeLocation",
                    "preferredLanguage",
                    "surname",
                    "userPrincipalName",
                    "id"),
            Set.of(
                    "accountEnabled",
                    "assignedLicenses",
                    "assignedPlans",
                    "city",
                    "companyName",
                    "country",
                    "createdDateTime",
                    "department",
                    "employeeId",
                    "mailNickname",
                    "onPremisesSyncEnabled",
                    "onPremisesImmutableId",
                    "proxyAddresses",
                    "usageLocation",
                    "userType"),
            Set.of("photo", "photos", "manager", "memberOf"),
            Set.of(
                    "aboutMe",
                    "birthday",
                    "hireDate",
                    "interests",
                    "mySite",
                    "pastProjects",
                    "preferredName",
                    "responsibilities",
                    "schools",
                    "skills",
                    "mailboxSettings"),
            Set.of("companyName", "officeLocation", "mobilePhone"));

    static final EntityType GROUP = new EntityType(
            "group",
            "groups",
            List.of(
                    "id",
                    "createdDateTime",
                    "description",
                    "displayName",
                    "groupTypes",
                    "mail",
                    "mailEnabled",
                    "mailNickname",
                    "membershipRule",
                    "membershipRuleProcessingState",
                    "onPremisesSyncEnabled",
                    "securityEnabled",
                    "visibility"),
            Set.of("isAssignableToRole", "proxyAddresses"),
            Set.of("members", "photo", "owners"),
            Set.of("hasMembersWithLicenseErrors"),
            Set.of());

    /** The property's own spelling; names are taken whatever their case. */
    String spelled(String written) {
        return java.util.stream.Stream.of(defaults.stream(), more.stream(), navigations.stream(), elsewhere.stream())
                .flatMap(names -> names)
                .filter(name -> name.equalsIgnoreCase(written))
                .findFirst()
                .orElseThrow(() -> GraphException.badRequest("Parsing OData Select and Expand failed: Could not find a "
                        + "property named '" + written + "' on type 'microsoft.graph." + name + "'."));
    }
}
