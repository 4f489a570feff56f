package org.photobridge.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.portal.boundary.KeyStores;
import org.photobridge.portal.test.TlsDoor;

class OutboundTlsTest {
    @TempDir
    Path folder;

    @Test
    void it_believes_whom_the_jvm_believes_and_shows_nobody_the_portal_s_own_key() throws Exception {
        Path store = KeyStores.make(folder.resolve("portal.p12"), "-1d", 30);
        try (TlsDoor door = new TlsDoor(store, KeyStores.PASSWORD)) {
            knock(SSLContext.getDefault(), door);
            assertThat(door.shown()).as("the JVM's own").isEqualTo("CN=localhost");

            knock(OutboundTls.context(), door);
            assertThat(door.shown()).isEqualTo("nothing");
        }
    }

    private static void knock(SSLContext context, TlsDoor door) throws IOException {
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", door.port())) {
            socket.startHandshake();
        }
    }
}
