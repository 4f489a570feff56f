package org.photobridge.portal.boot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.photobridge.portal.platform.Home;
import org.photobridge.portal.platform.RefusedStartException;

/** {@code java -jar photobridge.jar}: looks at the settings, says in words what is wrong with them, starts the server. */
public final class Main {
    private static final int UNSOUND = 1;
    private static final int REFUSED = 2;
    private static final String OUTCOME = "photobridge.start.outcome";

    private Main() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        if (args.length > 0) {
            obey(List.of(args));
            return;
        }
        try {
            Settings settings = Settings.read();
            Home home = Home.open(settings.home());
            refuseBusyPort(settings);
            System.setProperty("photobridge.home", home.toString());
            System.setProperty("photobridge.version", Version.ofThisJar());
            startServer(settings, home);
        } catch (RefusedStartException | IOException e) {
            stop(e.getMessage());
        }
        String outcome = System.getProperty(OUTCOME, "see the messages above.");
        if (!outcome.equals("up")) {
            stop(outcome);
        }
    }

    private static void obey(List<String> line) {
        try {
            System.out.println(Commands.run(line));
        } catch (UnsoundException e) {
            System.err.println(e.getMessage());
            System.exit(UNSOUND);
        } catch (RefusedStartException | IOException e) {
            System.err.println("Not done: " + e.getMessage());
            System.exit(REFUSED);
        }
    }

    private static void startServer(Settings settings, Home home) throws IOException, ReflectiveOperationException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        List<String> arguments = new ArrayList<>(listener(settings));
        arguments.addAll(List.of(
                "--nohazelcast",
                "--prebootcommandfile",
                commandFile(home, "before-boot.txt", beforeBoot(settings)),
                "--postbootcommandfile",
                commandFile(home, "after-boot.txt", ServerCommands.afterBoot()),
                "--logproperties",
                LogSettings.write(home, Settings.value("photobridge.log.format", "text"))
                        .toString()));
        // The server is not on the compile class path: all of it comes with the jar that this class is packed into.
        Class.forName("fish.payara.micro.PayaraMicro")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments.toArray(String[]::new));
    }

    /**
     * The server takes the key store from the properties that the JDK has for it. A listener could have one of its own,
     * but then its password would have to lie in a file of the server's. So the JVM's own TLS has our key to show, which
     * is why no call of ours goes out by that: see {@code OutboundTls}.
     */
    private static List<String> listener(Settings settings) {
        String port = Integer.toString(settings.port());
        if (settings.tls().isEmpty()) {
            return List.of("--port", port);
        }
        TlsKeyStore tls = settings.tls().get();
        System.setProperty("javax.net.ssl.keyStore", tls.file().toString());
        System.setProperty("javax.net.ssl.keyStorePassword", tls.password());
        System.setProperty("javax.net.ssl.keyStoreType", "PKCS12");
        return List.of("--sslport", port);
    }

    private static List<String> beforeBoot(Settings settings) {
        return settings.tls()
                .map(tls -> ServerCommands.beforeBoot(settings.address(), tls))
                .orElseGet(() -> ServerCommands.beforeBoot(settings.address()));
    }

    private static String commandFile(Home home, String name, List<String> commands) throws IOException {
        return Files.write(home.subfolder("server").resolve(name), commands).toString();
    }

    private static void refuseBusyPort(Settings settings) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName(settings.address()), settings.port()));
        } catch (IOException e) {
            throw new RefusedStartException("Port " + settings.port() + " on " + settings.address() + " can't be used ("
                    + e.getMessage() + "). Choose another one: PHOTOBRIDGE_PORT=8081");
        }
    }

    private static void stop(String why) {
        System.err.println("Photobridge can't start: " + why);
        System.exit(REFUSED);
    }
}
