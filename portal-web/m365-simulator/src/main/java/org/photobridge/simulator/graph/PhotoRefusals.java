package org.photobridge.simulator.graph;

import org.photobridge.simulator.directory.Person;
import org.photobridge.simulator.directory.PhotoShape;

/** The many ways to say that there is no photo (observed in the field; GRAPH.md 1.4). */
final class PhotoRefusals {
    private static final String IMAGE_NOT_FOUND =
            "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException' was thrown.";

    private PhotoRefusals() {}

    static GraphException of(PhotoShape shape, Person person) {
        return switch (shape) {
            case NONE_ENTITY -> new GraphException(404, "ErrorEntityNotFound", IMAGE_NOT_FOUND);
            case NONE_ITEM -> new GraphException(404, "ErrorItemNotFound", "The photo wasn't found.");
            case NONE_OLD_CODE -> new GraphException(404, "GetUserPhoto", "The photo wasn't found.");
            case NO_MAILBOX ->
                new GraphException(
                        404, "ErrorNonExistentMailbox", "The SMTP address has no mailbox associated with it.");
            case UNRESOLVED -> new GraphException(404, "UnknownError", unresolved(person));
            case UNHEARD_OF -> new GraphException(404, "ErrorSomethingNew", "Nobody has seen this code before.");
            case DENIED ->
                new GraphException(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
            default -> imageNotFound();
        };
    }

    static GraphException imageNotFound() {
        return new GraphException(404, "ImageNotFound", IMAGE_NOT_FOUND);
    }

    private static String unresolved(Person person) {
        return "{\"error\":{\"code\":\"ErrorUserResolutionFailedUserDoesNotExist\",\"message\":\"Exception of type "
                + "'Microsoft.Fast.Profile.Core.Exception.ProfileNotFoundException' was thrown.\",\"innerError\":"
                + "{\"userId\":\"" + person.objectId() + "\"}}}";
    }
}
