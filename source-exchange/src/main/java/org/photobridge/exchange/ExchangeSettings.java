package org.photobridge.exchange;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.photobridge.spi.ClientCertificate;
import org.photobridge.spi.ConfigProblem;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.Secret;

/**
 * The settings of one connection, checked and ready for use.
 *
 * @param login the root of the sign-in service, without path
 * @param graph the root of Graph, without path or version
 * @param credential by what the app proves who it is
 */
record ExchangeSettings(
        String tenant, String clientId, URI login, URI graph, Credential credential, Allowance allowance) {

    /** Exactly one of the two. */
    record Credential(Optional<Secret> secret, Optional<ClientCertificate> certificate) {}

    /** How much the service lets one app do, as published or as the admin knows better. */
    record Allowance(
            int batchesInFlight,
            long photoCalls,
            Duration photoWindow,
            long directoryUnits,
            Duration directoryWindow) {}

    /** @throws org.photobridge.spi.ProviderException if {@link SettingsCheck} finds a problem */
    static ExchangeSettings of(ProviderConfig config) {
        List<ConfigProblem> problems = SettingsCheck.problems(config);
        if (!problems.isEmpty()) {
            throw ExchangeError.SETTINGS.exception(problems.stream()
                    .map(problem -> problem.property() + ": " + problem.text())
                    .collect(Collectors.joining("; ")));
        }
        Cloud cloud = config.text(ExchangeSchema.CLOUD).flatMap(Cloud::of).orElse(Cloud.GLOBAL);
        return new ExchangeSettings(
                required(config, ExchangeSchema.TENANT_ID).toLowerCase(Locale.ROOT),
                required(config, ExchangeSchema.CLIENT_ID).toLowerCase(Locale.ROOT),
                cloud.login().orElseGet(() -> address(config, ExchangeSchema.LOGIN_URL)),
                cloud.graph().orElseGet(() -> address(config, ExchangeSchema.GRAPH_URL)),
                new Credential(
                        config.secret(ExchangeSchema.CLIENT_SECRET), config.certificate(ExchangeSchema.CERTIFICATE)),
                allowance(config));
    }

    /** The tenant, if it was given as an id. */
    Optional<String> tenantId() {
        return Optional.of(tenant)
                .filter(value -> SettingsCheck.GUID.matcher(value).matches());
    }

    private static Allowance allowance(ProviderConfig config) {
        return new Allowance(
                Math.toIntExact(config.integer(ExchangeSchema.BATCHES_IN_FLIGHT).orElse(1L)),
                config.integer(ExchangeSchema.PHOTO_CALLS).orElse(10_000L),
                config.duration(ExchangeSchema.PHOTO_WINDOW).orElse(Duration.ofMinutes(10)),
                config.integer(ExchangeSchema.DIRECTORY_UNITS).orElse(3_500L),
                config.duration(ExchangeSchema.DIRECTORY_WINDOW).orElse(Duration.ofSeconds(10)));
    }

    private static String required(ProviderConfig config, String property) {
        return config.text(property).orElseThrow().trim();
    }

    private static URI address(ProviderConfig config, String property) {
        return ServiceAddress.root(URI.create(required(config, property)));
    }
}
