package org.photobridge.portal.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.portal.boundary.KeyStores;
import org.photobridge.portal.test.TlsDoor;
import org.photobridge.spi.ProviderContext;

class TrustTest {
    @TempDir
    Path folder;

    private final ExecutorService executor = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    @Test
    void an_extra_ca_holds_for_its_own_connection_and_no_connection_shows_the_portal_s_key() throws Exception {
        Path store = KeyStores.make(folder.resolve("portal.p12"), "-1d", 30);
        try (TlsDoor door = new TlsDoor(store, KeyStores.PASSWORD)) {
            SSLContext jvm = SSLContext.getDefault();
            ProviderContext believing = connection(new Network("", CertificateCode.pem(door.certificate())));
            ProviderContext other = connection(Network.DIRECT);

            knock(believing, door);
            assertThat(door.shown()).isEqualTo("nothing");
            assertThatThrownBy(() -> knock(other, door)).isInstanceOf(SSLHandshakeException.class);
            assertThat(door.shown()).startsWith("gone: ");
            assertThat(other.trustManager().getAcceptedIssuers()).doesNotContain(door.certificate());
            assertThat(SSLContext.getDefault()).isSameAs(jvm);
        }
    }

    private ProviderContext connection(Network network) {
        return ConnectionContext.of(Clock.systemUTC(), network, executor, folder.resolve("work"));
    }

    private static void knock(ProviderContext context, TlsDoor door) throws IOException {
        try (SSLSocket socket =
                (SSLSocket) context.sslContext().getSocketFactory().createSocket("localhost", door.port())) {
            socket.startHandshake();
        }
    }
}
