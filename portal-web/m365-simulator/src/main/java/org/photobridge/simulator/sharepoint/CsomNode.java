package org.photobridge.simulator.sharepoint;

import java.util.List;

/**
 * An action or an object path of a ProcessQuery body; both have the same attributes.
 *
 * @param kind the element's name: {@code Method}, {@code ObjectPath}, {@code Query}, {@code Constructor}, ...
 * @param target the id of the object path it applies to, empty if none
 * @param parameters texts, in order
 */
record CsomNode(String kind, String id, String target, String name, String typeId, List<String> parameters) {
    CsomNode {
        parameters = List.copyOf(parameters);
    }

    boolean is(String wantedKind, String wantedName) {
        return kind.equals(wantedKind) && name.equals(wantedName);
    }

    /** A missing parameter is null to SharePoint, and reads as empty here. */
    String parameter(int index) {
        return index < parameters.size() ? parameters.get(index) : "";
    }
}
