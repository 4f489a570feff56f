package org.photobridge.simulator.sharepoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;

/**
 * The ProcessQuery end point (documented): several actions in one request, and always status 200, with the truth in
 * ErrorInfo. Actions before a failing one stay done (inferred).
 */
final class CsomEndpoint {
    private static final String PEOPLE_MANAGER = "{cf560d69-0fdb-4489-a216-b6b47adf8ef8}";

    private final PeopleManager people;

    CsomEndpoint(PeopleManager people) {
        this.people = people;
    }

    JsonNode process(byte[] body, Caller caller) {
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        try {
            CsomRequest request = CsomRequest.parse(body)
                    .orElseThrow(() -> SharePointError.badRequest("The request is not a valid client query."));
            for (CsomNode action : request.actions()) {
                perform(action, request, caller, answer);
            }
            answer.insert(0, head(Optional.empty()));
            return answer;
        } catch (SharePointError refused) {
            return JsonNodeFactory.instance.arrayNode().add(head(Optional.of(refused)));
        }
    }

    private void perform(CsomNode action, CsomRequest request, Caller caller, ArrayNode answer) throws SharePointError {
        switch (action.kind()) {
            case "ObjectPath" -> answer.add(id(action)).add(exists(object(action.target(), request, caller)));
            case "ObjectIdentityQuery" ->
                answer.add(id(action)).add(identity(object(action.target(), request, caller)));
            case "Query" -> answer.add(id(action)).add(query(object(action.target(), request, caller)));
            case "Method" -> method(action, request, caller, answer);
            default -> throw SharePointError.badRequest("The action '" + action.kind() + "' is not supported.");
        }
    }

    private static int id(CsomNode action) throws SharePointError {
        try {
            return Integer.parseInt(action.id());
        } catch (NumberFormatException e) {
            throw SharePointError.badRequest("The action id '" + action.id() + "' is not a number.");
        }
    }

    /** Observed: void methods leave no entry in the answer. */
    private void method(CsomNode action, CsomRequest request, Caller caller, ArrayNode answer) throws SharePointError {
        object(action.target(), request, caller);
        switch (action.name()) {
            case "SetSingleValueProfileProperty", "SetMultiValuedProfileProperty" -> set(action, caller);
            case "GetUserProfilePropertyFor" ->
                answer.add(id(action))
                        .add(people.property(caller, action.parameter(0), action.parameter(1))
                                .orElse(""));
            default -> throw SharePointError.badRequest("Method \"" + action.name() + "\" does not exist.");
        }
    }

    /** The words for callers without the right differ from those of REST (both observed). */
    private void set(CsomNode action, Caller caller) throws SharePointError {
        if (!caller.mayAdministerProfiles()) {
            throw SharePointError.of(
                    500,
                    -1,
                    "Microsoft.Office.Server.UserProfiles.PropertyNotEditableException",
                    "This operation requires you to be managing your own data or have administrator privileges.");
        }
        people.set(caller, action.parameter(0), action.parameter(1), action.parameter(2));
    }

    /** An object path's object: the manager itself, or a person; empty if the person is unknown (observed). */
    private Optional<Object> object(String id, CsomRequest request, Caller caller) throws SharePointError {
        CsomNode path = request.paths().get(id);
        if (path == null) {
            throw SharePointError.badRequest("The object path '" + id + "' does not exist.");
        }
        if (path.kind().equals("Constructor") && path.typeId().equalsIgnoreCase(PEOPLE_MANAGER)) {
            return Optional.of(people);
        }
        if (path.is("Method", "GetPropertiesFor")) {
            object(path.target(), request, caller);
            return people.properties(caller, path.parameter(0)).map(Object.class::cast);
        }
        throw SharePointError.badRequest("Cannot find " + path.kind() + " \"" + path.name() + "\" on the server.");
    }

    private static JsonNode exists(Optional<Object> object) {
        return JsonNodeFactory.instance.objectNode().put("IsNull", object.isEmpty());
    }

    private static JsonNode identity(Optional<Object> object) {
        if (object.isEmpty()) {
            return JsonNodeFactory.instance.nullNode();
        }
        return JsonNodeFactory.instance.objectNode().put("_ObjectIdentity_", UUID.randomUUID() + "|people");
    }

    private static JsonNode query(Optional<Object> object) {
        if (object.isEmpty()) {
            return JsonNodeFactory.instance.nullNode();
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (object.get() instanceof Profile profile) {
            body.put("_ObjectType_", "SP.UserProfiles.PersonProperties");
            body.put("_ObjectIdentity_", UUID.randomUUID() + "|people");
            profile.members().forEach((name, value) -> body.set(name, Json.value(value)));
            body.set("UserProfileProperties", Json.value(profile.properties()));
        } else {
            body.put("_ObjectType_", "SP.UserProfiles.PeopleManager");
        }
        return body;
    }

    private static JsonNode head(Optional<SharePointError> error) {
        String trace = UUID.randomUUID().toString();
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        head.put("SchemaVersion", "15.0.0.0");
        head.put("LibraryVersion", SharePointHeaders.LIBRARY_VERSION);
        if (error.isEmpty()) {
            head.putNull("ErrorInfo");
        } else {
            ObjectNode info = head.putObject("ErrorInfo");
            info.put("ErrorMessage", error.get().getMessage());
            info.putNull("ErrorValue");
            info.put("TraceCorrelationId", trace);
            info.put("ErrorCode", error.get().number());
            info.put("ErrorTypeName", error.get().type());
        }
        return head.put("TraceCorrelationId", trace);
    }
}
