package org.photobridge.portal.boot;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.Stream;
import org.photobridge.portal.platform.Home;

/** What the demo keeps in its home: the simulated tenant's keys, the bootstrap file made from them, the password. */
final class DemoFiles {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int PASSWORD_LENGTH = 12;
    private static final int TOKEN_LENGTH = 48;

    private final Home home;
    private final Path template;

    /**
     * @param keep whether to go on where an earlier demo ended; else begin anew, as the simulated tenant does, which
     *     remembers nothing
     */
    DemoFiles(Path home, Path template, boolean keep) throws IOException {
        if (!keep) {
            delete(home);
        }
        this.home = Home.open(home.toString());
        this.template = template;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    Path tenant() {
        return home.subfolder("tenant");
    }

    Path logs() {
        return home.subfolder("logs");
    }

    Path portalHome() {
        return home.subfolder("portal");
    }

    /** The file that names the simulator's addresses; there once it has started. */
    boolean tenantIsKnown() {
        return Files.exists(tenant().resolve("tenant.properties"));
    }

    void forgetTenant() throws IOException {
        Files.deleteIfExists(tenant().resolve("tenant.properties"));
    }

    /** Fills the simulated tenant's ids and addresses into the template. */
    Path writeBootstrap() throws IOException {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(tenant().resolve("tenant.properties"))) {
            values.load(reader);
        }
        String text = Files.readString(template);
        for (String name : values.stringPropertyNames()) {
            text = text.replace("${" + name + "}", values.getProperty(name));
        }
        return home.writeSecret("bootstrap.json", text);
    }

    /** The same password at each start: it is only set when the portal's home is new. */
    Path passwordFile() {
        return secret("admin-password", PASSWORD_LENGTH);
    }

    /** For scripts that call the REST interface. */
    Path tokenFile() {
        return secret("api-token", TOKEN_LENGTH);
    }

    String password() throws IOException {
        return Files.readString(passwordFile(), StandardCharsets.UTF_8).strip();
    }

    private Path secret(String name, int length) {
        Path file = home.folder().resolve(name);
        return Files.exists(file) ? file : home.writeSecret(name, random(length) + "\n");
    }

    private static String random(int length) {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
