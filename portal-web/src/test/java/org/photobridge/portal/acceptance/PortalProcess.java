package org.photobridge.portal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.photobridge.portal.test.PortalClient;

/** The portal as an operator runs it: a process of its own, with a home that outlives it. */
final class PortalProcess implements AutoCloseable {
    private static final String JAR = "target/photobridge.jar";

    private final Path folder;
    private final Path bootstrap;
    private final int port;
    private Process process;

    private PortalProcess(Path folder, Path bootstrap) throws IOException {
        this.folder = folder;
        this.bootstrap = bootstrap;
        this.port = freePort();
    }

    /** Starts with an empty home below the folder. */
    static PortalProcess start(Path folder, Path bootstrap) throws Exception {
        PortalProcess portal = new PortalProcess(folder, bootstrap);
        portal.start();
        return portal;
    }

    /** Starts, again after {@link #kill()}, and waits until the portal is ready. */
    void start() throws Exception {
        process = builder().start();
        PortalClient client = new PortalClient(port);
        while (!isReady(client)) {
            assertThat(process.waitFor(100, TimeUnit.MILLISECONDS))
                    .as("ended at start: %s", complaint())
                    .isFalse();
        }
    }

    PortalApi api() {
        return new PortalApi(port);
    }

    PortalClient client() {
        return new PortalClient(port);
    }

    /** Runs one of the jar's commands on the home below a folder; answers what it printed. */
    static byte[] command(Path folder, String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("PHOTOBRIDGE_HOME", folder.resolve("home").toString());
        Process process = builder.start();
        byte[] output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor())
                .as(new String(output, StandardCharsets.UTF_8))
                .isZero();
        return output;
    }

    Path home() {
        return folder.resolve("home");
    }

    /** What the portal said when it refused to start, else its whole log. */
    private String complaint() throws IOException {
        String log = Files.readString(folder.resolve("portal.log"));
        return log.substring(Math.max(0, log.indexOf("Photobridge can't start")));
    }

    /** As by {@code kill -9}: no shutdown hook runs. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private ProcessBuilder builder() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-jar", JAR));
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("portal.log").toFile()));
        builder.environment()
                .putAll(Map.of(
                        "PHOTOBRIDGE_HOME", home().toString(),
                        "PHOTOBRIDGE_PORT", Integer.toString(port),
                        "PHOTOBRIDGE_BOOTSTRAP", bootstrap.toString()));
        return builder;
    }

    private static boolean isReady(PortalClient client) throws InterruptedException {
        try {
            return client.get("/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return any.getLocalPort();
        }
    }
}
