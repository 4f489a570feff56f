package org.photobridge.simulator.sharepoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A refusal, with the status and the words that SharePoint has for it. */
final class SharePointError extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int number;
    private final String type;
    private final transient Map<String, String> headers;

    private SharePointError(int status, int number, String type, String message, Map<String, String> headers) {
        super(message);
        this.status = status;
        this.number = number;
        this.type = type;
        this.headers = headers;
    }

    static SharePointError of(int status, int number, String type, String message) {
        return new SharePointError(status, number, type, message, Map.of());
    }

    /** Observed. */
    static SharePointError accessDenied() {
        return denied("Access denied. You do not have permission to perform this action or access this resource.");
    }

    /** Observed, for what app-only callers may never do. */
    static SharePointError unauthorizedOperation() {
        return denied("Attempted to perform an unauthorized operation.");
    }

    private static SharePointError denied(String message) {
        Map<String, String> header = Map.of(
                "X-MSDAVEXT_Error",
                "917656; Access+denied.+Before+opening+files+in+this+location%2c+you+must+first+browse+to+the+web+site"
                        + "+and+select+the+option+to+login+automatically.");
        return new SharePointError(403, -2147024891, "System.UnauthorizedAccessException", message, header);
    }

    /** The words and the number are observed; older reports have a number beside it. */
    static SharePointError securityValidation() {
        return of(
                403,
                -2130575252,
                "Microsoft.SharePoint.SPException",
                "The security validation for this page is invalid and might be corrupted. Please use your web browser's"
                        + " Back button to try your operation again.");
    }

    /** Observed: what other people's properties answer on any host but -admin. A 500, though it is for good. */
    static SharePointError propertyNotEditable() {
        return of(
                500,
                -1,
                "Microsoft.Office.Server.UserProfiles.PropertyNotEditableException",
                "Property Not Editable: This property can only be modified by an administrator.");
    }

    /** The message begins as observed; its rest and the type are invented. */
    static SharePointError propertyNotFound(String name) {
        return of(
                500,
                -1,
                "Microsoft.Office.Server.UserProfiles.PropertyNotFoundException",
                "Property Not Found: The property '" + name + "' doesn't exist for this profile type.");
    }

    /** The text is observed in CSOM; that REST says it with this type is inferred. */
    static SharePointError userNotFound() {
        return of(
                500,
                -1,
                "Microsoft.Office.Server.UserProfiles.UserNotFoundException",
                "User Profile Error 1000: User Not Found: Could not load profile data from the database.");
    }

    /** Observed. */
    static SharePointError fileMissing(String path) {
        return of(404, -2130575338, "Microsoft.SharePoint.SPException", "The file " + path + " does not exist.");
    }

    /** Observed. */
    static SharePointError folderMissing() {
        return of(404, -2147024894, "System.IO.FileNotFoundException", "File Not Found.");
    }

    static SharePointError badRequest(String message) {
        return of(400, -1, "Microsoft.SharePoint.Client.InvalidClientQueryException", message);
    }

    /** Observed. */
    static SharePointError noSuchResource(String expression) {
        return of(
                404,
                -1,
                "Microsoft.SharePoint.Client.ResourceNotFoundException",
                "Cannot find resource for the request " + expression + ".");
    }

    /** The sentence is observed; the status is invented. */
    static SharePointError wrongMethod(String method, String resource) {
        return of(
                405,
                -1,
                "Microsoft.SharePoint.Client.ClientServiceException",
                "The HTTP method '" + method + "' cannot be used to access the resource '" + resource
                        + "'. The operation type of the resource is specified as 'Default'."
                        + " Please use correct HTTP method to invoke the resource.");
    }

    int status() {
        return status;
    }

    int number() {
        return number;
    }

    String type() {
        return type;
    }

    String code() {
        return number + ", " + type;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** The envelope: {@code odata.error} for the lean levels, {@code error} for the verbose one (both observed). */
    JsonNode json(MetadataLevel level) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.putObject(level == MetadataLevel.VERBOSE ? "error" : "odata.error");
        error.put("code", code());
        error.putObject("message").put("lang", "en-US").put("value", getMessage());
        return body;
    }

    /** The envelope for clients that didn't ask for JSON (documented). */
    String xml() {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
                + "<m:error xmlns:m=\"http://schemas.microsoft.com/ado/2007/08/dataservices/metadata\"><m:code>"
                + Xml.escape(code()) + "</m:code><m:message xml:lang=\"en-US\">" + Xml.escape(getMessage())
                + "</m:message></m:error>";
    }
}
