package org.photobridge.sharepoint;

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
import org.photobridge.spi.HealthStatus;
import org.photobridge.spi.PhotoWrite;
import org.photobridge.spi.PreparedPicture;
import org.photobridge.spi.ProviderException;
import org.photobridge.spi.TargetRequest;
import org.photobridge.spi.TargetState;
import org.photobridge.spi.VerifyResult;
import org.photobridge.spi.WriteResult;
import org.photobridge.testkit.LoopbackProxy;
import org.photobridge.testkit.Portraits;
import org.photobridge.testkit.ScriptedCallContext;
import org.photobridge.testkit.TestProviderContext;

/** A connection with a proxy sends everything by it, and nothing past it. */
class ProxyIT {
    private final LoopbackProxy proxy = LoopbackProxy.start();

    @TempDir
    private Path folder;

    private SimulatedTenant tenant;
    private M365Simulator simulator;
    private TestProviderContext context;
    private SharePointTarget target;
    private ScriptedCallContext call;

    @BeforeEach
    void open() {
        tenant = SimulatedTenant.start(folder.resolve("keys"));
        simulator = tenant.simulator();
        context = TestProviderContext.trusting(simulator.caPem(), folder, Clock.systemUTC())
                .through(proxy);
        target = SharePointTarget.open(new SharePointSettings(tenant.config()), context);
        call = ScriptedCallContext.keeping(target.rateLimits());
    }

    @AfterEach
    void close() {
        target.close();
        context.close();
        proxy.close();
        tenant.close();
    }

    @Test
    void sign_in_and_all_three_hosts_are_reached_by_the_proxy() {
        assertThat(target.checkHealth(call).isHealthy()).isTrue();
        PhotoWrite write = prepared(read());
        assertThat(target.writePhotos(List.of(write), call).get(0)).isInstanceOf(WriteResult.Written.class);
        assertThat(target.verify(List.of(write), call)).containsExactly(VerifyResult.served());

        assertThat(proxy.tunnels())
                .contains(
                        place(simulator.loginUrl()),
                        place(simulator.adminUrl()),
                        place(simulator.mySiteUrl()),
                        place(simulator.rootUrl()));
    }

    @Test
    void nothing_goes_past_a_proxy_that_is_down() {
        proxy.close();

        assertThat(target.checkHealth(call).checks())
                .filteredOn(check -> check.status() == HealthStatus.FAIL)
                .extracting(check -> check.code())
                .containsExactly("sharepoint-sign-in-unavailable");
        assertThat(simulator.requests().total()).isZero();
    }

    @Test
    void nothing_goes_past_a_proxy_that_goes_down_later() {
        read();
        long before = simulator.requests().total();
        proxy.close();

        assertThat(catchThrowableOfType(ProviderException.class, this::read).code())
                .isEqualTo("sharepoint-unreachable");
        assertThat(simulator.requests().total()).isEqualTo(before);
    }

    private TargetState read() {
        return target.readStates(List.of(TargetRequest.of(tenant.account("ben.okafor"))), call)
                .get(0);
    }

    private PhotoWrite prepared(TargetState state) {
        List<PreparedPicture> pictures = target.renditions().stream()
                .map(rendition -> PreparedPicture.of(rendition, Portraits.jpeg("by the proxy", rendition.pixels())))
                .toList();
        return new PhotoWrite(
                tenant.account("ben.okafor"),
                state instanceof TargetState.Present present ? present.token() : ((TargetState.Empty) state).token(),
                pictures);
    }

    private static String place(URI url) {
        return url.getHost() + ":" + url.getPort();
    }
}
