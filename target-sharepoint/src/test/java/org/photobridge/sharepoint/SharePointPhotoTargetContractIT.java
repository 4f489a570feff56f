package org.photobridge.sharepoint;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.simulator.certificate.KeyedCertificate;
import org.photobridge.spi.Account;
import org.photobridge.spi.PhotoTargetFactory;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.ProviderContext;
import org.photobridge.testkit.PhotoTargetContract;
import org.photobridge.testkit.TestProviderContext;

/** Holds the SharePoint target to what every photo target keeps to. */
class SharePointPhotoTargetContractIT extends PhotoTargetContract {
    @TempDir
    private static Path keys;

    private static final List<String> ALIASES =
            List.of("anna.berg", "ben.okafor", "no.photo", "png.photo", "placeholder.state");

    private static SimulatedTenant tenant;
    private static KeyedCertificate unknown;
    private static Runnable asItWas;

    @BeforeAll
    static void start_a_tenant() {
        tenant = SimulatedTenant.start(keys.resolve("keys"));
        unknown = tenant.simulator()
                .anotherCertificate("unknown", Clock.systemUTC().instant().plus(Duration.ofDays(100)));
        asItWas = tenant.remembering(ALIASES);
    }

    /** Starting a tenant for each test would take most of their time. */
    @BeforeEach
    void tenant_is_as_it_was() {
        asItWas.run();
    }

    @AfterAll
    static void end_the_tenant() {
        tenant.close();
    }

    @Override
    protected PhotoTargetFactory factory() {
        return new SharePointTargetFactory();
    }

    @Override
    protected ProviderConfig config() {
        return tenant.config();
    }

    @Override
    protected ProviderConfig unusableConfig() {
        return tenant.config(Map.of(), unknown);
    }

    @Override
    protected Set<String> secrets() {
        return Set.of(
                Base64.getEncoder().encodeToString(unknown.key().getEncoded()),
                Base64.getEncoder()
                        .encodeToString(
                                tenant.simulator().clientCertificate().key().getEncoded()),
                "Bearer ey",
                "eyJ");
    }

    @Override
    protected ProviderContext newContext(Path workFolder) {
        return TestProviderContext.trusting(tenant.simulator().caPem(), workFolder, Clock.systemUTC());
    }

    @Override
    protected List<Account> withoutPicture() {
        return List.of(
                tenant.account("ben.okafor"),
                tenant.account("no.photo"),
                tenant.account("png.photo"),
                tenant.account("placeholder.state"));
    }

    @Override
    protected Account withPicture() {
        return tenant.account("anna.berg");
    }

    @Override
    protected Optional<Account> impossible() {
        return Optional.of(tenant.account("no.profile"));
    }
}
