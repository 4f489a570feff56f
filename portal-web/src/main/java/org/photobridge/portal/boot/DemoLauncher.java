package org.photobridge.portal.boot;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * {@code mvn -Pdemo}: starts the simulated Microsoft 365 and the portal, says where the portal is, and ends both with
 * itself.
 * <p>{@code -Ddemo.keep=true} goes on with the portal's data of the last demo; {@code -Ddemo.home} keeps them elsewhere;
 * {@code -Dphotobridge.port} and {@code -Ddemo.simulator.port} choose other ports.
 */
public final class DemoLauncher {
    private static final int PATIENCE_SECONDS = 180;
    private static final int PATIENCE_MILLIS = 5000;
    private static final int POLL_MILLIS = 300;
    private static final String PEOPLE = "500";

    private final Path target;
    private final DemoFiles files;
    private final String port = System.getProperty("photobridge.port", "8080");
    private final String simulatorPort = System.getProperty("demo.simulator.port", "9440");

    private DemoLauncher(Path module) throws IOException {
        this.target = module.resolve("target");
        this.files = new DemoFiles(
                Path.of(System.getProperty(
                        "demo.home", target.resolve("demo-home").toString())),
                module.resolve("src/demo/bootstrap.json"),
                Boolean.getBoolean("demo.keep"));
    }

    /** @param args the folder of the module portal-web */
    public static void main(String[] args) throws IOException, InterruptedException {
        new DemoLauncher(Path.of(args[0]).toAbsolutePath().normalize()).run();
    }

    private void run() throws IOException, InterruptedException {
        refuseBusyPort();
        ChildProcess simulator = startSimulator();
        endWithUs(simulator);
        await(simulator, files::tenantIsKnown);
        ChildProcess portal = startPortal();
        endWithUs(portal);
        await(portal, this::portalIsReady);
        announce();
        while (!portal.endsWithin(POLL_MILLIS) && simulator.isAlive()) {
            continue;
        }
        throw new IllegalStateException((portal.isAlive() ? simulator : portal).obituary());
    }

    /** Else whoever listens there, perhaps another portal, would be announced as the demo. */
    private void refuseBusyPort() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), Integer.parseInt(port)));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "Port " + port + " can't be used (" + e.getMessage()
                            + "). Choose another one: mvn -Pdemo -Dphotobridge.port=8081",
                    e);
        }
    }

    private ChildProcess startSimulator() throws IOException {
        files.forgetTenant();
        String jar = target.resolve("../m365-simulator/target/m365-simulator.jar")
                .normalize()
                .toString();
        return ChildProcess.start(
                "simulator",
                files.logs(),
                List.of(
                        java(),
                        "-jar",
                        jar,
                        "--users",
                        PEOPLE,
                        "--port",
                        simulatorPort,
                        "--config-dir",
                        files.tenant().toString()),
                Map.of());
    }

    private ChildProcess startPortal() throws IOException {
        files.tokenFile();
        return ChildProcess.start(
                "portal",
                files.logs(),
                List.of(
                        java(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        target.resolve("photobridge.jar").toString()),
                Map.of(
                        "PHOTOBRIDGE_HOME", files.portalHome().toString(),
                        "PHOTOBRIDGE_PORT", port,
                        "PHOTOBRIDGE_FIRST_ADMIN_PASSWORD_FILE",
                                files.passwordFile().toString(),
                        "PHOTOBRIDGE_BOOTSTRAP", files.writeBootstrap().toString()));
    }

    private void await(ChildProcess child, Condition condition) throws IOException, InterruptedException {
        for (long waited = 0; !condition.holds(); waited += POLL_MILLIS) {
            if (child.endsWithin(POLL_MILLIS)) {
                throw new IllegalStateException(child.obituary());
            }
            if (waited > PATIENCE_SECONDS * 1000L) {
                throw new IllegalStateException("Not ready after " + PATIENCE_SECONDS + " s; see " + files.logs());
            }
        }
    }

    private boolean portalIsReady() throws IOException {
        HttpURLConnection health =
                (HttpURLConnection) URI.create(url() + "/health/ready").toURL().openConnection();
        health.setConnectTimeout(PATIENCE_MILLIS);
        health.setReadTimeout(PATIENCE_MILLIS);
        try {
            return health.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        } finally {
            health.disconnect();
        }
    }

    private void announce() throws IOException {
        System.out.printf(
                "%n  Photobridge is ready: %s%n  Sign in as admin with the password %s%n  "
                        + "A token for the REST interface is in %s%n  Ctrl+C ends the portal and the simulated Microsoft 365.%n%n",
                url(), files.password(), files.tokenFile());
        System.out.flush();
    }

    private String url() {
        return "http://127.0.0.1:" + port;
    }

    private static void endWithUs(ChildProcess child) {
        Runtime.getRuntime().addShutdownHook(new Thread(child::end));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Something to wait for. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException;
    }
}
