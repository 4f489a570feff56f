package org.photobridge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.photobridge.spi.Failure;
import org.photobridge.testkit.TestProviderContext;

/** Connections that end before there is an answer. */
class BrokenLineTest {
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

    @TempDir
    private Path folder;

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

    @ParameterizedTest
    @CsvSource({
        "HANGS_UP, graph-unreachable, true",
        "RESETS, graph-unreachable, true",
        "SPEAKS_NO_TLS, graph-tls, false"
    })
    void line_that_breaks_while_tls_is_set_up_is_no_matter_of_certificates(
            Treatment treatment, String code, boolean triedAgain) throws IOException {
        Request request =
                new Request.Builder().url(listening(treatment).toURL()).build();
        try (TestProviderContext context = TestProviderContext.in(folder)) {
            OkHttpClient client = HttpClients.plain(context);
            HttpExchange exchange = new HttpExchange(client, HttpExchange.Errors.OF_GRAPH, 1000);
            Failure failure = StubTenant.failureOf(() -> exchange.send(request));
            HttpClients.close(client);
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.category().isRetryable()).isEqualTo(triedAgain);
        }
    }
}
