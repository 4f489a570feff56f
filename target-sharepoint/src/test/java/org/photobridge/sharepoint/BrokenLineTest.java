package org.photobridge.sharepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.photobridge.spi.ProviderException;

/** Connections that end before there is an answer. */
class BrokenLineTest extends ScriptedTest {
    /** How a listener treats whoever connects. */
    enum Treatment {
        HANGS_UP {
            @Override
            void treat(Socket caller) throws IOException {
                caller.getInputStream().read(new byte[16_384]);
            }
        },
        RESETS {
            @Override
            void treat(Socket caller) throws IOException {
                caller.getInputStream().read();
                caller.setSoLinger(true, 0);
            }
        },
        SPEAKS_NO_TLS {
            @Override
            void treat(Socket caller) throws IOException {
                caller.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                caller.shutdownOutput();
                caller.getInputStream().readAllBytes();
            }
        };

        abstract void treat(Socket caller) throws IOException;
    }

    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private ServerSocket listener;

    @AfterEach
    void stopListening() throws IOException {
        listener.close();
        threads.shutdown();
    }

    private URI listening(Treatment treatment) throws IOException {
        listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        threads.submit(() -> {
            while (true) {
                try (Socket caller = listener.accept()) {
                    treatment.treat(caller);
                }
            }
        });
        return URI.create("https://localhost:" + listener.getLocalPort());
    }

    @Test
    void line_that_hangs_up_is_no_matter_of_certificates() throws IOException {
        assertBroken(Treatment.HANGS_UP);
    }

    @Test
    void line_that_is_reset_is_no_matter_of_certificates() throws IOException {
        assertBroken(Treatment.RESETS);
    }

    @Test
    void service_that_speaks_no_tls_is_a_matter_of_settings() throws IOException {
        URI address = listening(Treatment.SPEAKS_NO_TLS);
        for (String setting : List.of("loginUrl", "adminUrl")) {
            assertThat(failure(setting, address).code()).as(setting).isEqualTo("sharepoint-tls");
        }
    }

    private void assertBroken(Treatment treatment) throws IOException {
        URI address = listening(treatment);
        assertThat(failure("loginUrl", address).code()).isEqualTo("sharepoint-sign-in-unavailable");
        assertThat(failure("adminUrl", address).code()).isEqualTo("sharepoint-unreachable");
        assertThat(failure("adminUrl", address).category().isRetryable()).isTrue();
    }

    private ProviderException failure(String setting, URI address) {
        SharePointTarget target = target(Map.of(setting, address.toString()));
        return catchThrowableOfType(ProviderException.class, () -> read(target));
    }
}
