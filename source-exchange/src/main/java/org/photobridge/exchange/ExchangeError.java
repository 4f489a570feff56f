package org.photobridge.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.ErrorEntry;
import org.photobridge.spi.Failure;
import org.photobridge.spi.Fixer;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.PhotoResult;
import org.photobridge.spi.ProviderException;

/** Every code that this provider gives out: nothing is reported but through one of these, so each is explained. */
enum ExchangeError {
    SETTINGS("exchange-settings", ErrorCategory.CONFIGURATION, Fixer.OPERATOR),

    LOGIN_UNREACHABLE("entra-unreachable", ErrorCategory.UNAVAILABLE, Fixer.OPERATOR),
    LOGIN_TLS("entra-tls", ErrorCategory.CONFIGURATION, Fixer.OPERATOR),
    LOGIN_UNAVAILABLE("entra-unavailable", ErrorCategory.UNAVAILABLE, Fixer.SERVICE),
    LOGIN_THROTTLED("entra-429", ErrorCategory.THROTTLED, Fixer.SERVICE),
    LOGIN_UNREADABLE("entra-unreadable", ErrorCategory.UNAVAILABLE, Fixer.OPERATOR),
    SECRET_REFUSED("entra-secret-refused", ErrorCategory.AUTHENTICATION, Fixer.TENANT_ADMIN),
    CERTIFICATE_REFUSED("entra-certificate-refused", ErrorCategory.AUTHENTICATION, Fixer.TENANT_ADMIN),
    CERTIFICATE_EXPIRED("entra-certificate-expired", ErrorCategory.AUTHENTICATION, Fixer.TENANT_ADMIN),
    CERTIFICATE_EXPIRES("entra-certificate-expires", ErrorCategory.AUTHENTICATION, Fixer.TENANT_ADMIN),
    APP_REFUSED("entra-app-refused", ErrorCategory.AUTHENTICATION, Fixer.TENANT_ADMIN),
    TENANT_UNKNOWN("entra-tenant-unknown", ErrorCategory.CONFIGURATION, Fixer.TENANT_ADMIN),
    RESOURCE_UNKNOWN("entra-resource-unknown", ErrorCategory.CONFIGURATION, Fixer.OPERATOR),
    LOGIN_REFUSED("entra-refused", ErrorCategory.AUTHENTICATION, Fixer.TENANT_ADMIN),

    GRAPH_UNREACHABLE("graph-unreachable", ErrorCategory.UNAVAILABLE, Fixer.OPERATOR),
    GRAPH_TLS("graph-tls", ErrorCategory.CONFIGURATION, Fixer.OPERATOR),
    GRAPH_TIMEOUT("graph-timeout", ErrorCategory.UNAVAILABLE, Fixer.SERVICE),
    GRAPH_UNAVAILABLE("graph-unavailable", ErrorCategory.UNAVAILABLE, Fixer.SERVICE),
    GRAPH_THROTTLED("graph-429", ErrorCategory.THROTTLED, Fixer.SERVICE),
    GRAPH_UNAUTHORIZED("graph-401", ErrorCategory.AUTHENTICATION, Fixer.TENANT_ADMIN),
    USERS_FORBIDDEN("graph-403-users", ErrorCategory.PERMISSION_DENIED, Fixer.TENANT_ADMIN),
    GROUPS_FORBIDDEN("graph-403-groups", ErrorCategory.PERMISSION_DENIED, Fixer.TENANT_ADMIN),
    PHOTO_FORBIDDEN("graph-403-photo", ErrorCategory.PERMISSION_DENIED, Fixer.TENANT_ADMIN),
    USER_GONE("graph-404-user", ErrorCategory.NOT_FOUND, Fixer.HELPDESK),
    GROUP_GONE("graph-404-group", ErrorCategory.NOT_FOUND, Fixer.HELPDESK),
    NOT_FOUND("graph-404", ErrorCategory.NOT_FOUND, Fixer.SERVICE),
    REJECTED("graph-rejected", ErrorCategory.REJECTED, Fixer.SERVICE),
    PAGE_EXPIRED("graph-page-expired", ErrorCategory.REJECTED, Fixer.HELPDESK),
    PAGE_LOOP("graph-page-loop", ErrorCategory.INTERNAL, Fixer.SERVICE),
    FOREIGN_LINK("graph-foreign-link", ErrorCategory.REJECTED, Fixer.OPERATOR),
    REDIRECT("graph-redirect", ErrorCategory.CONFIGURATION, Fixer.OPERATOR),
    TOO_LARGE("graph-too-large", ErrorCategory.REJECTED, Fixer.SERVICE),
    UNREADABLE("graph-unreadable", ErrorCategory.INTERNAL, Fixer.SERVICE),
    BATCH_INCOMPLETE("graph-batch-incomplete", ErrorCategory.INTERNAL, Fixer.SERVICE),

    PHOTO_TOO_LARGE("graph-photo-too-large", ErrorCategory.REJECTED, Fixer.PERSON),
    PHOTO_EMPTY("graph-photo-empty", ErrorCategory.INTERNAL, Fixer.SERVICE),
    PHOTO_CONTRADICTION("graph-photo-contradiction", ErrorCategory.INTERNAL, Fixer.SERVICE),
    CONSUMER_ACCOUNT("graph-consumer-account", ErrorCategory.REJECTED, Fixer.HELPDESK),

    NO_PHOTO("graph-no-photo", ErrorCategory.NOT_FOUND, Fixer.PERSON),
    PLACEHOLDER("graph-placeholder", ErrorCategory.NOT_FOUND, Fixer.PERSON),
    NO_MAILBOX("graph-no-mailbox", ErrorCategory.NOT_FOUND, Fixer.TENANT_ADMIN);

    private final String code;
    private final ErrorCategory category;
    private final Fixer fixer;

    ExchangeError(String code, ErrorCategory category, Fixer fixer) {
        this.code = code;
        this.category = category;
        this.fixer = fixer;
    }

    static List<ErrorEntry> catalogue() {
        return Arrays.stream(values()).map(ExchangeError::entry).toList();
    }

    /** The error of this code, if it is one of ours. */
    static Optional<ExchangeError> of(String code) {
        return Arrays.stream(values()).filter(error -> error.code.equals(code)).findFirst();
    }

    String code() {
        return code;
    }

    ErrorCategory category() {
        return category;
    }

    LocalText cause() {
        return Texts.of("error." + code + ".cause");
    }

    LocalText remedy() {
        return Texts.of("error." + code + ".remedy");
    }

    /** This error with technical detail for logs and tickets. */
    Failure failure(String detail) {
        return Failure.of(category, code, detail);
    }

    ProviderException exception(String detail) {
        return new ProviderException(failure(detail));
    }

    ProviderException exception(String detail, Throwable cause) {
        return new ProviderException(failure(detail), cause);
    }

    PhotoResult failed(String detail) {
        return PhotoResult.failed(failure(detail));
    }

    private ErrorEntry entry() {
        return new ErrorEntry(code, cause(), remedy(), fixer, Texts.of("error." + code + ".tell"));
    }
}
