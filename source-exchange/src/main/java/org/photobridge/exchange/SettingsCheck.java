package org.photobridge.exchange;

import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.photobridge.spi.ClientCertificate;
import org.photobridge.spi.ConfigProblem;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.Secret;

/** Finds everything that is wrong with the settings, without asking anybody. */
final class SettingsCheck {
    static final Pattern GUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DOMAIN =
            Pattern.compile("(?i)(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");
    /** The most batches in flight that the service's limit of concurrent calls leaves sensible. */
    private static final int MOST_BATCHES = 4;

    private final ProviderConfig config;
    private final List<ConfigProblem> problems = new ArrayList<>();

    private SettingsCheck(ProviderConfig config) {
        this.config = config;
    }

    static List<ConfigProblem> problems(ProviderConfig config) {
        SettingsCheck check = new SettingsCheck(config);
        check.identity();
        check.addresses();
        check.credential();
        check.limits();
        return List.copyOf(check.problems);
    }

    private void identity() {
        String tenant = config.text(ExchangeSchema.TENANT_ID).orElse("").trim();
        if (!matches(GUID, tenant) && !matches(DOMAIN, tenant)) {
            report(ExchangeSchema.TENANT_ID, "problem.tenant");
        }
        if (!matches(GUID, config.text(ExchangeSchema.CLIENT_ID).orElse("").trim())) {
            report(ExchangeSchema.CLIENT_ID, "problem.client");
        }
    }

    private void addresses() {
        Optional<Cloud> cloud = config.text(ExchangeSchema.CLOUD).map(Cloud::of).orElse(Optional.of(Cloud.GLOBAL));
        if (cloud.isEmpty()) {
            report(ExchangeSchema.CLOUD, "problem.cloud");
        } else if (cloud.get() == Cloud.CUSTOM) {
            address(ExchangeSchema.LOGIN_URL, "");
            address(ExchangeSchema.GRAPH_URL, "/v1.0");
        }
    }

    private void address(String property, String allowedPath) {
        ServiceAddress.problemWith(config.text(property).orElse(""), allowedPath)
                .ifPresent(problem -> report(property, problem));
    }

    private void credential() {
        Optional<Secret> secret = config.secret(ExchangeSchema.CLIENT_SECRET);
        Optional<ClientCertificate> certificate = config.certificate(ExchangeSchema.CERTIFICATE);
        if (secret.isEmpty() && certificate.isEmpty()) {
            report(ExchangeSchema.CERTIFICATE, "problem.noCredential");
        } else if (secret.isPresent() && certificate.isPresent()) {
            report(ExchangeSchema.CLIENT_SECRET, "problem.twoCredentials");
        }
        secret.filter(value -> matches(GUID, value.reveal().trim()))
                .ifPresent(value -> report(ExchangeSchema.CLIENT_SECRET, "problem.secretId"));
        certificate
                .filter(value -> !(value.key() instanceof RSAPrivateKey))
                .ifPresent(value -> report(ExchangeSchema.CERTIFICATE, "problem.notRsa"));
    }

    private void limits() {
        number(ExchangeSchema.BATCHES_IN_FLIGHT, 1, MOST_BATCHES);
        number(ExchangeSchema.PHOTO_CALLS, GraphBatch.MOST_ITEMS, 1_000_000);
        number(ExchangeSchema.DIRECTORY_UNITS, 100, 1_000_000);
        window(ExchangeSchema.PHOTO_WINDOW);
        window(ExchangeSchema.DIRECTORY_WINDOW);
    }

    private void number(String property, long least, long most) {
        Optional<Long> value = config.integer(property);
        if (value.isPresent() && (value.get() < least || value.get() > most)) {
            problems.add(
                    new ConfigProblem(property, Texts.of("problem.range", Long.toString(least), Long.toString(most))));
        }
    }

    private void window(String property) {
        Optional<Duration> value = config.duration(property);
        if (value.isPresent()
                && (value.get().compareTo(Duration.ofSeconds(1)) < 0
                        || value.get().compareTo(Duration.ofDays(1)) > 0)) {
            report(property, "problem.window");
        }
    }

    private void report(String property, String text) {
        problems.add(new ConfigProblem(property, Texts.of(text)));
    }

    private static boolean matches(Pattern pattern, String text) {
        return pattern.matcher(text).matches();
    }
}
