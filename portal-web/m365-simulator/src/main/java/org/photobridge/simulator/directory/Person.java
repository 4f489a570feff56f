package org.photobridge.simulator.directory;

import java.util.List;

/**
 * Somebody (or some room) in the tenant, made anew from seed and index whenever asked for.
 *
 * @param objectId the Entra object id, in lower case
 * @param userPrincipalName the sign-in name, as the directory writes it
 * @param mail empty if there is none
 * @param photo what Exchange and Entra hold at the start
 * @param sharePoint what SharePoint holds at the start
 */
public record Person(
        int index,
        String objectId,
        String userPrincipalName,
        String mail,
        PersonName name,
        Work work,
        Standing standing,
        PhotoShape photo,
        SharePointStart sharePoint) {

    /** SharePoint's name for the account: {@code i:0#.f|membership|anna.berg@contoso.onmicrosoft.com}. */
    public String claim() {
        return "i:0#.f|membership|" + userPrincipalName.toLowerCase(java.util.Locale.ROOT);
    }

    public String displayName() {
        return name.display();
    }

    /** The licences' plans, as the directory shows them; a mailbox on-premises doesn't show here. */
    public List<AssignedPlan> assignedPlans() {
        AssignedPlan sharePoint = new AssignedPlan(AssignedPlan.SHAREPOINT_PLAN_2, "SharePoint", "Enabled");
        AssignedPlan foundation = new AssignedPlan(AssignedPlan.EXCHANGE_FOUNDATION, "exchange", "Enabled");
        return switch (standing.mailbox()) {
            case CLOUD -> List.of(exchange("Enabled"), sharePoint);
            case SUSPENDED -> List.of(exchange("Suspended"), sharePoint);
            case FOUNDATION_ONLY, ON_PREMISES -> List.of(foundation, sharePoint);
            case SHARED, ROOM, NONE -> List.of();
        };
    }

    private static AssignedPlan exchange(String status) {
        return new AssignedPlan(AssignedPlan.EXCHANGE_PLAN_2, "exchange", status);
    }

    public Person withStanding(Standing changed) {
        return new Person(index, objectId, userPrincipalName, mail, name, work, changed, photo, sharePoint);
    }

    public Person withWork(Work changed) {
        return new Person(index, objectId, userPrincipalName, mail, name, changed, standing, photo, sharePoint);
    }

    public Person withName(PersonName changed) {
        return new Person(index, objectId, userPrincipalName, mail, changed, work, standing, photo, sharePoint);
    }

    public Person withUserPrincipalName(String changed) {
        return new Person(index, objectId, changed, mail, name, work, standing, photo, sharePoint);
    }
}
