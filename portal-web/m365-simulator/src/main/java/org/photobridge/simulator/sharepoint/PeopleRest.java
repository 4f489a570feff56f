package org.photobridge.simulator.sharepoint;

import java.util.Locale;
import java.util.Optional;
import org.photobridge.simulator.sharepoint.Segment.Argument;

/** The REST face of the people manager. */
final class PeopleRest {
    static final String NAME = "sp.userprofiles.peoplemanager";
    private static final String MEMBER = "SP.UserProfiles.PeopleManager/";

    private final PeopleManager people;

    PeopleRest(PeopleManager people) {
        this.people = people;
    }

    Result answer(RestCall call) throws SharePointError {
        Segment function = call.at(1);
        switch (function.name().toLowerCase(Locale.ROOT)) {
            case "getpropertiesfor":
                return propertiesFor(call, function);
            case "getuserprofilepropertyfor":
                return propertyFor(call, function);
            case "setsinglevalueprofileproperty":
                return set(call, function, "SetSingleValueProfileProperty", "propertyValue");
            case "setmultivaluedprofileproperty":
                return set(call, function, "SetMultiValuedProfileProperty", "propertyValues");
            case "getmyproperties":
                // Invented: an app has no profile of its own.
                return new Nothing("GetMyProperties");
            case "setmyprofilepicture":
                throw SharePointError.accessDenied();
            default:
                throw call.unknown();
        }
    }

    private Result propertiesFor(RestCall call, Segment function) throws SharePointError {
        call.mustBe("GET");
        Argument account = function.argument("accountName")
                .orElseThrow(() -> SharePointError.badRequest("The parameter accountName is missing."));
        Optional<Profile> profile =
                people.properties(call.caller(), account.value().text()).filter(found -> !isPositionalLiteral(account));
        if (profile.isEmpty()) {
            return new Nothing("GetPropertiesFor");
        }
        return navigate(call, profile.get().entity(MEMBER + "GetPropertiesFor"));
    }

    /** Observed on SharePoint 2019: {@code GetPropertiesFor('...')} finds nobody, only a name or an alias does. */
    private static boolean isPositionalLiteral(Argument argument) {
        return argument.name().isEmpty() && !argument.aliased();
    }

    private static Result navigate(RestCall call, Entity person) throws SharePointError {
        if (call.depth() < 3) {
            return person;
        }
        Segment wanted = call.at(2);
        String name = person.members().keySet().stream()
                .filter(wanted::is)
                .findFirst()
                .orElseThrow(call::unknown);
        Object value = person.members().get(name);
        if (value instanceof java.util.List<?> list) {
            return new Items(
                    "SP.KeyValue",
                    list.stream()
                            .filter(Entity.class::isInstance)
                            .map(Entity.class::cast)
                            .toList());
        }
        return value == null ? new Nothing(name) : new Scalar(name, value.toString());
    }

    private Result propertyFor(RestCall call, Segment function) throws SharePointError {
        call.mustBe("GET");
        String account = required(call, function, "accountName");
        String name = required(call, function, "propertyName");
        return people.property(call.caller(), account, name)
                .<Result>map(value -> new Scalar("GetUserProfilePropertyFor", value))
                .orElseGet(() -> new Nothing("GetUserProfilePropertyFor"));
    }

    private Result set(RestCall call, Segment function, String name, String valueName) throws SharePointError {
        call.mustBe("POST");
        String account = required(call, function, "accountName");
        String property = required(call, function, "propertyName");
        String value = required(call, function, valueName);
        people.set(call.caller(), account, property, value);
        return new Nothing(name);
    }

    private static String required(RestCall call, Segment function, String name) throws SharePointError {
        return call.argument(function, name)
                .orElseThrow(() -> SharePointError.badRequest("The parameter " + name + " is missing."));
    }
}
