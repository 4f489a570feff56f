package org.photobridge.portal.test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** photobridge.jar in a process of its own, in the way in which it starts soonest. */
public final class PortalJar {
    /** No test runs long enough for the better compiler to pay, and the build has checked these classes itself. */
    private static final List<String> SOON = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote",
            "-Xmx512m");

    private static final String JAR = "target/photobridge.jar";

    private PortalJar() {}

    /** How a command ended, and all that it printed. */
    public record Answer(int exitCode, String text) {}

    /** A process that isn't started yet: the portal, or one of its commands with its arguments. */
    public static ProcessBuilder process(Path home, String... words) {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        line.addAll(SOON);
        line.addAll(List.of("-jar", JAR));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("PHOTOBRIDGE_HOME", home.toString());
        return builder;
    }

    /** Waits for a command to end. */
    public static Answer command(Path home, String... words) throws IOException, InterruptedException {
        Process process = process(home, words).start();
        byte[] output = process.getInputStream().readAllBytes();
        return new Answer(process.waitFor(), new String(output, StandardCharsets.UTF_8));
    }

    /** Nobody listens there now. */
    public static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return any.getLocalPort();
        }
    }
}
