package org.photobridge.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.photobridge.spi.ConfigSchema;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.HealthCheck;
import org.photobridge.spi.HealthReport;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.PhotoSourceFactory;
import org.photobridge.spi.PhotoTarget;
import org.photobridge.spi.PhotoTargetFactory;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.ProviderContext;
import org.photobridge.spi.ProviderDescriptor;
import org.photobridge.spi.ProviderException;
import org.photobridge.spi.RateLimit;
import org.photobridge.spi.Secret;

/** Factories of fakes that work or don't, as the settings say. */
final class ScriptedFactories {

    static final String PASSWORD = "canary-7f3a";
    static final ProviderConfig WORKING = config("memory");
    static final ProviderConfig BROKEN = config("nowhere");
    static final RateLimit LIMIT =
            new RateLimit("test:budget", "items", LocalText.of("Items"), 10, Duration.ofMinutes(1), 4);

    private ScriptedFactories() {}

    private static ProviderConfig config(String place) {
        return ProviderConfig.of(Map.of("place", place), Map.of("password", Secret.of(PASSWORD)), Map.of());
    }

    static PhotoSourceFactory source(Supplier<? extends PhotoSource> working) {
        return new Source(working);
    }

    static PhotoTargetFactory target(Supplier<? extends PhotoTarget> working) {
        return new Target(working);
    }

    private static boolean isBroken(ProviderConfig config) {
        return config.text("place").orElse("").equals("nowhere");
    }

    private static void breakDown(FakeEnd end) {
        end.reportHealth(new HealthReport(List.of(HealthCheck.fail(
                FakeProvider.THROTTLED,
                LocalText.of("Place"),
                LocalText.of("Nowhere"),
                LocalText.of("Go elsewhere")))));
    }

    private static ProviderException nowhere() {
        return ProviderException.of(ErrorCategory.UNAVAILABLE, FakeProvider.THROTTLED, "This is nowhere");
    }

    private record Source(Supplier<? extends PhotoSource> working) implements PhotoSourceFactory {
        @Override
        public ProviderDescriptor descriptor() {
            return fakes().sourceFactory().orElseThrow().descriptor();
        }

        @Override
        public ConfigSchema configSchema() {
            return fakes().sourceFactory().orElseThrow().configSchema();
        }

        @Override
        public PhotoSource open(ProviderConfig config, ProviderContext context) {
            if (!isBroken(config)) {
                return working.get();
            }
            FakePhotoSource broken = FakePhotoSource.withPeople();
            broken.listing().throwAlways(nowhere());
            breakDown(broken);
            return broken;
        }
    }

    private record Target(Supplier<? extends PhotoTarget> working) implements PhotoTargetFactory {
        @Override
        public ProviderDescriptor descriptor() {
            return fakes().targetFactory().orElseThrow().descriptor();
        }

        @Override
        public ConfigSchema configSchema() {
            return fakes().targetFactory().orElseThrow().configSchema();
        }

        @Override
        public PhotoTarget open(ProviderConfig config, ProviderContext context) {
            if (!isBroken(config)) {
                return working.get();
            }
            FakePhotoTarget broken = FakePhotoTarget.knowing();
            broken.looking().throwAlways(nowhere());
            breakDown(broken);
            return broken;
        }
    }

    private static FakeProvider fakes() {
        return new FakeProvider(FakePhotoSource.withPeople(), FakePhotoTarget.knowing());
    }
}
