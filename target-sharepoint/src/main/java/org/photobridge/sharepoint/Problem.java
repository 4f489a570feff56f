package org.photobridge.sharepoint;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.ErrorEntry;
import org.photobridge.spi.Failure;
import org.photobridge.spi.Fixer;
import org.photobridge.spi.ProviderException;

/** Everything that can go wrong here: the one place where codes are made, so that none lacks its words. */
enum Problem {
    SETTINGS("sharepoint-settings", ErrorCategory.CONFIGURATION, Fixer.TENANT_ADMIN),
    CERTIFICATE_MISSING("sharepoint-certificate-missing", ErrorCategory.CONFIGURATION, Fixer.TENANT_ADMIN),
    CERTIFICATE_EXPIRED("sharepoint-certificate-expired", ErrorCategory.AUTHENTICATION, Fixer.TENANT_ADMIN),
    SIGN_IN_CERTIFICATE("sharepoint-sign-in-certificate", ErrorCategory.AUTHENTICATION, Fixer.TENANT_ADMIN),
    SIGN_IN_APP("sharepoint-sign-in-app", ErrorCategory.CONFIGURATION, Fixer.TENANT_ADMIN),
    SIGN_IN_TENANT("sharepoint-sign-in-tenant", ErrorCategory.CONFIGURATION, Fixer.TENANT_ADMIN),
    SIGN_IN_SITE("sharepoint-sign-in-site", ErrorCategory.CONFIGURATION, Fixer.TENANT_ADMIN),
    SIGN_IN_REFUSED("sharepoint-sign-in-refused", ErrorCategory.AUTHENTICATION, Fixer.TENANT_ADMIN),
    SIGN_IN_THROTTLED("sharepoint-sign-in-throttled", ErrorCategory.THROTTLED, Fixer.SERVICE),
    SIGN_IN_UNAVAILABLE("sharepoint-sign-in-unavailable", ErrorCategory.UNAVAILABLE, Fixer.OPERATOR),
    TLS("sharepoint-tls", ErrorCategory.CONFIGURATION, Fixer.OPERATOR),
    UNREACHABLE("sharepoint-unreachable", ErrorCategory.UNAVAILABLE, Fixer.OPERATOR),
    UNREADABLE_ANSWER("sharepoint-unreadable-answer", ErrorCategory.UNAVAILABLE, Fixer.OPERATOR),
    WRONG_HOST("sharepoint-wrong-host", ErrorCategory.CONFIGURATION, Fixer.TENANT_ADMIN),
    WRONG_AUDIENCE("sharepoint-401-audience", ErrorCategory.CONFIGURATION, Fixer.TENANT_ADMIN),
    APP_ONLY_REFUSED("sharepoint-401-app-only", ErrorCategory.AUTHENTICATION, Fixer.TENANT_ADMIN),
    TOKEN_REFUSED("sharepoint-401", ErrorCategory.AUTHENTICATION, Fixer.TENANT_ADMIN),
    PROFILE_PERMISSION("sharepoint-403-profiles", ErrorCategory.PERMISSION_DENIED, Fixer.TENANT_ADMIN),
    FILE_PERMISSION("sharepoint-403-files", ErrorCategory.PERMISSION_DENIED, Fixer.TENANT_ADMIN),
    PROPERTY_LOCKED("sharepoint-property-locked", ErrorCategory.PERMISSION_DENIED, Fixer.TENANT_ADMIN),
    PROPERTY_UNKNOWN("sharepoint-property-unknown", ErrorCategory.CONFIGURATION, Fixer.TENANT_ADMIN),
    THROTTLED("sharepoint-throttled", ErrorCategory.THROTTLED, Fixer.SERVICE),
    BUSY("sharepoint-busy", ErrorCategory.UNAVAILABLE, Fixer.SERVICE),
    NO_LIBRARY("sharepoint-no-library", ErrorCategory.CONFIGURATION, Fixer.TENANT_ADMIN),
    NO_PROFILE("sharepoint-no-profile", ErrorCategory.NOT_FOUND, Fixer.TENANT_ADMIN),
    NOT_FOUND("sharepoint-404", ErrorCategory.NOT_FOUND, Fixer.TENANT_ADMIN),
    FILE_LOCKED("sharepoint-file-locked", ErrorCategory.UNAVAILABLE, Fixer.SERVICE),
    REFUSED("sharepoint-refused", ErrorCategory.REJECTED, Fixer.SERVICE),
    UNEXPLAINED("sharepoint-unexplained", ErrorCategory.INTERNAL, Fixer.SERVICE),
    NOT_STORED("sharepoint-not-stored", ErrorCategory.INTERNAL, Fixer.SERVICE),
    FILE_TOO_BIG("sharepoint-file-too-big", ErrorCategory.REJECTED, Fixer.TENANT_ADMIN),
    NO_ACCOUNT_NAME("sharepoint-no-account-name", ErrorCategory.REJECTED, Fixer.TENANT_ADMIN),
    OTHER_PERSON("sharepoint-other-person", ErrorCategory.REJECTED, Fixer.TENANT_ADMIN),
    OTHER_GEO("sharepoint-other-geo", ErrorCategory.REJECTED, Fixer.TENANT_ADMIN),
    NAME_CLASH("sharepoint-name-clash", ErrorCategory.REJECTED, Fixer.TENANT_ADMIN),
    OTHER_FILE("sharepoint-other-file", ErrorCategory.REJECTED, Fixer.HELPDESK),
    DEFECT("sharepoint-defect", ErrorCategory.INTERNAL, Fixer.OPERATOR),
    OTHER_PICTURE("sharepoint-other-picture", ErrorCategory.REJECTED, Fixer.HELPDESK),
    OTHER_ADDRESS("sharepoint-other-address", ErrorCategory.REJECTED, Fixer.HELPDESK);

    /** SharePoint refuses single profiles and files in these words too. */
    private static final Set<String> OF_ONE_PERSON = Set.of(PROPERTY_LOCKED.code, FILE_LOCKED.code);

    private final String code;
    private final ErrorCategory category;
    private final Fixer fixer;

    Problem(String code, ErrorCategory category, Fixer fixer) {
        this.code = code;
        this.category = category;
        this.fixer = fixer;
    }

    String code() {
        return code;
    }

    ErrorCategory category() {
        return category;
    }

    /** This problem with technical detail for logs and tickets. */
    Failure failure(String detail) {
        return Failure.of(category, code, detail);
    }

    ProviderException exception(String detail) {
        return new ProviderException(failure(detail));
    }

    /** Whether the next person would meet it too, so that going on makes no sense for now. */
    static boolean concernsEverybody(String code) {
        return Arrays.stream(values())
                .filter(problem -> problem.code.equals(code))
                .anyMatch(problem -> !OF_ONE_PERSON.contains(problem.code) && problem.isGeneral());
    }

    private boolean isGeneral() {
        return switch (category) {
            case CONFIGURATION, AUTHENTICATION, PERMISSION_DENIED, THROTTLED, UNAVAILABLE -> true;
            case NOT_FOUND, REJECTED, INTERNAL -> false;
        };
    }

    /** What the catalogue says of it. */
    ErrorEntry entry() {
        return new ErrorEntry(
                code,
                Texts.of("error." + code + ".cause"),
                Texts.of("error." + code + ".remedy"),
                fixer,
                Texts.of("error." + code + ".tell"));
    }

    static List<ErrorEntry> catalogue() {
        return Arrays.stream(values()).map(Problem::entry).toList();
    }
}
