package org.photobridge.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.SimulatorOptions;
import org.photobridge.spi.Account;
import org.photobridge.spi.AccountQuery;
import org.photobridge.spi.HealthStatus;
import org.photobridge.spi.PageRequest;
import org.photobridge.spi.PhotoRequest;
import org.photobridge.spi.PhotoResult;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.ProviderException;
import org.photobridge.testkit.LoopbackProxy;
import org.photobridge.testkit.ScriptedCallContext;
import org.photobridge.testkit.TestProviderContext;

/** A connection with a proxy sends everything by it, and nothing past it. */
class ProxyIT {
    private final M365Simulator simulator = M365Simulator.start(SimulatorOptions.defaults());
    private final LoopbackProxy proxy = LoopbackProxy.start();

    @TempDir
    private Path workFolder;

    private TestProviderContext context;
    private PhotoSource source;
    private ScriptedCallContext call;

    @BeforeEach
    void open() {
        context = SimulatedTenant.context(simulator, workFolder, Clock.systemUTC())
                .through(proxy);
        source = new ExchangeSourceFactory()
                .open(SimulatedTenant.withCertificate(simulator, simulator.clientCertificate()), context);
        call = ScriptedCallContext.keeping(source.rateLimits());
    }

    @AfterEach
    void close() {
        source.close();
        context.close();
        proxy.close();
        simulator.close();
    }

    @Test
    void sign_in_and_graph_are_reached_by_the_proxy() {
        assertThat(source.checkHealth(call).isHealthy()).isTrue();
        assertThat(source.listAccounts(AccountQuery.all(), PageRequest.first(5), call)
                        .accounts())
                .hasSize(5);
        assertThat(read("anna.berg")).isInstanceOf(PhotoResult.Found.class);

        assertThat(proxy.tunnels()).contains(place(simulator.loginUrl()), place(simulator.graphUrl()));
    }

    @Test
    void nothing_goes_past_a_proxy_that_is_down() {
        proxy.close();

        assertThat(source.checkHealth(call).checks())
                .filteredOn(check -> check.status() == HealthStatus.FAIL)
                .extracting(check -> check.code())
                .containsExactly("entra-unreachable");
        assertThat(simulator.requests().total()).isZero();
    }

    @Test
    void nothing_goes_past_a_proxy_that_goes_down_later() {
        assertThat(read("anna.berg")).isInstanceOf(PhotoResult.Found.class);
        long before = simulator.requests().total();
        proxy.close();

        assertThat(catchThrowableOfType(ProviderException.class, () -> read("anna.berg"))
                        .code())
                .isEqualTo("graph-unreachable");
        assertThat(simulator.requests().total()).isEqualTo(before);
    }

    private PhotoResult read(String alias) {
        Account account = Account.of(simulator.tenant().named(alias).objectId(), "");
        return source.readPhotos(List.of(PhotoRequest.of(account, 648)), call).get(0);
    }

    private static String place(URI url) {
        return url.getHost() + ":" + url.getPort();
    }
}
