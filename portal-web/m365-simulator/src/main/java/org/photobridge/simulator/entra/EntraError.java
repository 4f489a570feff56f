package org.photobridge.simulator.entra;

/** The refusals of the token end point, by the numbers that admins look up (documented; GRAPH.md 6.3). */
enum EntraError {
    WRONG_SECRET(
            7000215,
            "invalid_client",
            401,
            "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, "
                    + "not the client secret ID, for a secret added to app '%s'."),
    SECRET_EXPIRED(
            7000222,
            "invalid_client",
            401,
            "The provided client secret keys for app '%s' are expired. Visit the Azure portal to create new keys for "
                    + "your app."),
    NO_CREDENTIAL(
            7000218,
            "invalid_client",
            401,
            "The request body must contain the following parameter: 'client_assertion' or 'client_secret'."),
    BAD_ASSERTION(
            700027,
            "invalid_client",
            401,
            "The certificate with identifier used to sign the client assertion is not registered on application. [Reason"
                    + " - The key was not found.] App '%s'."),
    BAD_SIGNATURE(700027, "invalid_client", 401, "Client assertion failed signature validation. App '%s'."),
    ASSERTION_TIMES(700024, "invalid_client", 401, "Client assertion is not within its valid time range. App '%s'."),
    ASSERTION_CLAIMS(
            50027,
            "invalid_client",
            401,
            "JWT token is invalid or malformed: audience, issuer or subject of the client assertion is wrong. App '%s'."),
    ASSERTION_AUDIENCE(
            700023, "invalid_client", 401, "Client assertion audience claim does not match Realm issuer. App '%s'."),
    CERTIFICATE_EXPIRED(
            1000502, "invalid_client", 401, "The provided certificate is not within its valid time period. App '%s'."),
    APP_UNKNOWN(
            700016,
            "unauthorized_client",
            400,
            "Application with identifier '%s' was not found in the directory 'Contoso'. This can happen if the "
                    + "application has not been installed by the administrator of the tenant or consented to by any user "
                    + "in the tenant. You may have sent your authentication request to the wrong tenant."),
    APP_DISABLED(7000112, "unauthorized_client", 400, "Application '%s' is disabled."),
    TENANT_NOT_FOUND(
            90002,
            "invalid_request",
            400,
            "Tenant '%s' not found. Check to make sure you have the correct tenant ID and are signing into the correct "
                    + "cloud. Check with your subscription administrator, this may happen if there are no active "
                    + "subscriptions for the tenant."),
    PARAMETER_MISSING(900144, "invalid_request", 400, "The request body must contain the following parameter: '%s'."),
    GRANT_TYPE(70003, "unsupported_grant_type", 400, "The app requested an unsupported grant type '%s'."),
    SCOPE(
            1002012,
            "invalid_scope",
            400,
            "The provided value for scope %s is not valid. Client credential flows must have a scope value with "
                    + "/.default suffixed to the resource identifier (application ID URI)."),
    TWO_RESOURCES(
            28002,
            "invalid_scope",
            400,
            "Provided value for the input parameter scope '%s' is not valid when requesting an access token. Please "
                    + "specify a valid scope: it holds more than one resource."),
    RESOURCE_UNKNOWN(
            500011,
            "invalid_resource",
            400,
            "The resource principal named %s was not found in the tenant named Contoso. This can happen if the "
                    + "application has not been installed by the administrator of the tenant or consented to by any user "
                    + "in the tenant. You might have sent your authentication request to the wrong tenant."),
    UNKNOWN_INSTANCE(50049, "invalid_instance", 400, "Unknown or invalid instance.");

    private final int number;
    private final String error;
    private final int status;
    private final String text;

    EntraError(int number, String error, int status, String text) {
        this.number = number;
        this.error = error;
        this.status = status;
        this.text = text;
    }

    int number() {
        return number;
    }

    String error() {
        return error;
    }

    int status() {
        return status;
    }

    String text(String about) {
        return String.format(text, about);
    }
}
