package org.photobridge.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import org.photobridge.simulator.directory.Group;
import org.photobridge.simulator.directory.GroupKind;
import org.photobridge.simulator.directory.Tenant;

/** A group as Graph shows it. */
record GroupEntity(Group group) implements Entity {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public EntityType type() {
        return EntityType.GROUP;
    }

    @Override
    public JsonNode property(String name) {
        return switch (name) {
            case "id" -> JSON.textNode(group.id());
            case "displayName" -> JSON.textNode(group.displayName());
            case "description" -> text(group.description());
            case "createdDateTime" -> JSON.textNode("2024-03-01T08:00:00Z");
            case "groupTypes" -> types();
            case "mail" -> text(mailEnabled() ? nickname() + "@" + Tenant.DOMAIN : "");
            case "mailNickname" -> JSON.textNode(nickname());
            case "mailEnabled" -> JSON.booleanNode(mailEnabled());
            default -> ofSecurity(name);
        };
    }

    private JsonNode ofSecurity(String name) {
        return switch (name) {
            case "securityEnabled" ->
                JSON.booleanNode(group.kind() == GroupKind.SECURITY || group.kind() == GroupKind.DYNAMIC);
            case "visibility" -> group.hidden() ? JSON.textNode("HiddenMembership") : visibility();
            case "membershipRule" -> text(group.rule());
            case "membershipRuleProcessingState" -> text(group.rule().isEmpty() ? "" : "On");
            case "isAssignableToRole" -> JSON.booleanNode(false);
            case "proxyAddresses" -> JSON.arrayNode();
            default -> JSON.nullNode();
        };
    }

    private JsonNode visibility() {
        return group.kind() == GroupKind.UNIFIED ? JSON.textNode("Public") : JSON.nullNode();
    }

    private JsonNode types() {
        ArrayNode types = JSON.arrayNode();
        return switch (group.kind()) {
            case UNIFIED -> types.add("Unified");
            case DYNAMIC -> types.add("DynamicMembership");
            case SECURITY, DISTRIBUTION -> types;
        };
    }

    private boolean mailEnabled() {
        return group.kind() == GroupKind.UNIFIED || group.kind() == GroupKind.DISTRIBUTION;
    }

    private String nickname() {
        return group.displayName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static JsonNode text(String value) {
        return value.isEmpty() ? JSON.nullNode() : JSON.textNode(value);
    }
}
