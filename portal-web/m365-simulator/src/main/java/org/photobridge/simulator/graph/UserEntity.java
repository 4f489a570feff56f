package org.photobridge.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.photobridge.simulator.directory.AssignedPlan;
import org.photobridge.simulator.directory.MailboxKind;
import org.photobridge.simulator.directory.Person;
import org.photobridge.simulator.directory.Tenant;

/** A person as Graph shows users. */
record UserEntity(Person person) implements Entity {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String JOINED = "2024-03-01T08:00:00Z";
    private static final String LICENCE = "06ebc4ee-1bb5-47dd-8120-11324bc54e06";

    @Override
    public EntityType type() {
        return EntityType.USER;
    }

    @Override
    public JsonNode property(String name) {
        return switch (name) {
            case "id" -> JSON.textNode(person.objectId());
            case "userPrincipalName" -> JSON.textNode(person.userPrincipalName());
            case "mail" -> text(person.mail());
            case "displayName" -> text(person.displayName());
            case "givenName" -> text(person.name().given());
            case "surname" -> text(person.name().surname());
            case "mailNickname" -> text(person.userPrincipalName().replaceFirst("@.*", ""));
            default -> ofStanding(name);
        };
    }

    private JsonNode ofStanding(String name) {
        return switch (name) {
            case "accountEnabled" -> JSON.booleanNode(person.standing().accountEnabled());
            case "userType" -> text(person.standing().userType());
            case "preferredLanguage" -> text(person.standing().preferredLanguage());
            case "assignedPlans" -> plans();
            case "assignedLicenses" -> licences();
            case "createdDateTime" -> JSON.textNode(JOINED);
            case "onPremisesSyncEnabled" -> onPremises() ? JSON.booleanNode(true) : JSON.nullNode();
            case "onPremisesImmutableId" -> text(onPremises() ? "c2ltdWxhdGVk" + person.index() : "");
            default -> ofWork(name);
        };
    }

    private JsonNode ofWork(String name) {
        return switch (name) {
            case "department" -> text(person.work().department());
            case "jobTitle" -> text(person.work().jobTitle());
            case "officeLocation" -> text(person.work().office());
            case "country", "usageLocation" -> text(person.work().country());
            case "employeeId" -> text(person.work().employeeId());
            case "companyName" -> text(person.standing().isGuest() ? "" : Tenant.NAME);
            case "businessPhones" -> JSON.arrayNode();
            case "proxyAddresses" -> addresses();
            default -> JSON.nullNode();
        };
    }

    private boolean onPremises() {
        return person.standing().mailbox() == MailboxKind.ON_PREMISES;
    }

    private JsonNode addresses() {
        ArrayNode addresses = JSON.arrayNode();
        return person.mail().isEmpty() ? addresses : addresses.add("SMTP:" + person.mail());
    }

    private JsonNode licences() {
        ArrayNode licences = JSON.arrayNode();
        if (!person.assignedPlans().isEmpty()) {
            licences.addObject().put("skuId", LICENCE).putArray("disabledPlans");
        }
        return licences;
    }

    private JsonNode plans() {
        ArrayNode plans = JSON.arrayNode();
        for (AssignedPlan plan : person.assignedPlans()) {
            plans.addObject()
                    .put("assignedDateTime", JOINED)
                    .put("capabilityStatus", plan.capabilityStatus())
                    .put("service", plan.service())
                    .put("servicePlanId", plan.servicePlanId());
        }
        return plans;
    }

    private static JsonNode text(String value) {
        return value.isEmpty() ? JSON.nullNode() : JSON.textNode(value);
    }
}
