package org.photobridge.spi;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of one connection, typed, with the schema's defaults filled in.
 *
 * <p>Made by the host (and by tests). Every reader returns empty for a property that has no value or is hidden; a reader
 * of the wrong type throws {@link IllegalArgumentException}, which is a defect of the provider.
 */
public final class ProviderConfig {

    private final Map<String, String> values;
    private final Map<String, Secret> secrets;
    private final Map<String, ClientCertificate> certificates;

    private ProviderConfig(
            Map<String, String> values, Map<String, Secret> secrets, Map<String, ClientCertificate> certificates) {
        this.values = Map.copyOf(values);
        this.secrets = Map.copyOf(secrets);
        this.certificates = Map.copyOf(certificates);
    }

    /** Settings without anything confidential. */
    public static ProviderConfig of(Map<String, String> values) {
        return new ProviderConfig(values, Map.of(), Map.of());
    }

    /** Settings with what is confidential. */
    public static ProviderConfig of(
            Map<String, String> values, Map<String, Secret> secrets, Map<String, ClientCertificate> certificates) {
        return new ProviderConfig(values, secrets, certificates);
    }

    /** A STRING, TEXT or CHOICE, or any other plain value as its text form. */
    public Optional<String> text(String property) {
        return Optional.ofNullable(values.get(property)).filter(value -> !value.isBlank());
    }

    /** An INTEGER. */
    public Optional<Long> integer(String property) {
        return text(property).map(Long::valueOf);
    }

    /** A BOOLEAN; false if it has no value. */
    public boolean isTrue(String property) {
        return text(property).map(Boolean::parseBoolean).orElse(false);
    }

    /** A DURATION. */
    public Optional<Duration> duration(String property) {
        return text(property).map(value -> read(property, value, Duration::parse));
    }

    /** A URI. */
    public Optional<URI> uri(String property) {
        return text(property).map(URI::create);
    }

    /** A SECRET. */
    public Optional<Secret> secret(String property) {
        return Optional.ofNullable(secrets.get(property));
    }

    /** A CERTIFICATE. */
    public Optional<ClientCertificate> certificate(String property) {
        return Optional.ofNullable(certificates.get(property));
    }

    private static <T> T read(String property, String value, java.util.function.Function<String, T> reader) {
        try {
            return reader.apply(value);
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException(property + " can't be read: " + value, e);
        }
    }

    /** Names the properties that have a value; no values. */
    @Override
    public String toString() {
        return "ProviderConfig[" + values.keySet() + ", " + secrets.keySet() + ", " + certificates.keySet() + "]";
    }
}
