package org.photobridge.portal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.photobridge.portal.test.PortalClient;
import org.photobridge.portal.test.PortalJar;

/** The portal as an operator runs it: a process of its own, with a home that outlives it. */
final class PortalProcess implements AutoCloseable {
    private final Path folder;
    private final Path bootstrap;
    private final Map<String, String> settings;
    private final int port;
    private Process process;

    private PortalProcess(Path folder, Path bootstrap, Map<String, String> settings) throws IOException {
        this.folder = folder;
        this.bootstrap = bootstrap;
        this.settings = settings;
        this.port = PortalJar.freePort();
    }

    /** Starts with an empty home below the folder. */
    static PortalProcess start(Path folder, Path bootstrap) throws Exception {
        return start(folder, bootstrap, Map.of());
    }

    /** @param settings more of them, as environment variables */
    static PortalProcess start(Path folder, Path bootstrap, Map<String, String> settings) throws Exception {
        PortalProcess portal = new PortalProcess(folder, bootstrap, settings);
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
    static byte[] command(Path folder, Map<String, String> settings, String... words)
            throws IOException, InterruptedException {
        ProcessBuilder builder = PortalJar.process(folder.resolve("home"), words);
        builder.environment().putAll(settings);
        Process process = builder.start();
        byte[] output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor())
                .as(new String(output, StandardCharsets.UTF_8))
                .isZero();
        return output;
    }

    int port() {
        return port;
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
        ProcessBuilder builder = PortalJar.process(home())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("portal.log").toFile()));
        builder.environment()
                .putAll(Map.of(
                        "PHOTOBRIDGE_PORT", Integer.toString(port),
                        "PHOTOBRIDGE_BOOTSTRAP", bootstrap.toString()));
        builder.environment().putAll(settings);
        return builder;
    }

    private static boolean isReady(PortalClient client) throws InterruptedException {
        try {
            return client.get("/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
