package org.photobridge.portal.connection;

import java.util.Map;
import java.util.Optional;
import org.photobridge.portal.provider.LoadedModule;
import org.photobridge.spi.ErrorEntry;
import org.photobridge.spi.Fixer;

/** Explains the codes that the portal itself gives when a connection can't be used. */
final class PortalErrors {
    static final String MISSING = "connection-missing";
    static final String PROVIDER = "connection-provider-missing";
    static final String INVALID = "connection-invalid";
    static final String METADATA = "connection-metadata-host";

    private static final Map<String, Fixer> FIXERS = Map.of(
            MISSING,
            Fixer.TENANT_ADMIN,
            PROVIDER,
            Fixer.OPERATOR,
            INVALID,
            Fixer.TENANT_ADMIN,
            METADATA,
            Fixer.TENANT_ADMIN,
            LoadedModule.DEFECT,
            Fixer.OPERATOR);

    private PortalErrors() {}

    static Optional<ErrorEntry> find(String code) {
        return Optional.ofNullable(FIXERS.get(code)).map(fixer -> entry(code, fixer));
    }

    private static ErrorEntry entry(String code, Fixer fixer) {
        return new ErrorEntry(
                code,
                Words.of("error." + code + ".cause"),
                Words.of("error." + code + ".remedy"),
                fixer,
                Words.of("error." + code + ".tell"));
    }
}
