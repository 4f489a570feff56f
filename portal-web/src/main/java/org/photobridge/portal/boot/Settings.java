package org.photobridge.portal.boot;

import java.util.Locale;
import org.photobridge.portal.platform.RefusedStartException;

/** What must be known before the server runs: where home is, and which address and port to listen on. */
record Settings(String home, String address, int port) {
    private static final int DEFAULT_PORT = 8080;

    static Settings read() {
        String home = value("photobridge.home", System.getProperty("user.home") + "/.photobridge");
        return new Settings(home, loopback(value("photobridge.address", "127.0.0.1")), configuredPort());
    }

    /** Another address would carry passwords in the clear: the server has no certificate of its own yet. */
    private static String loopback(String address) {
        if (address.startsWith("127.") || address.equals("localhost") || address.equals("::1")) {
            return address;
        }
        throw new RefusedStartException("photobridge.address must be a loopback address such as 127.0.0.1, not "
                + address + ": put a TLS proxy on this machine in front of it.");
    }

    private static int configuredPort() {
        String text = value("photobridge.port", Integer.toString(DEFAULT_PORT));
        try {
            int port = Integer.parseInt(text.strip());
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new RefusedStartException("photobridge.port must be a number, not '" + text + "'.", e);
        }
        throw new RefusedStartException("photobridge.port must be between 1 and 65535, not " + text + ".");
    }

    /** The same order as the server's own configuration: system property, then environment variable. */
    static String value(String name, String otherwise) {
        String property = System.getProperty(name);
        if (property != null) {
            return property;
        }
        String variable = System.getenv(name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
        return variable == null || variable.isBlank() ? otherwise : variable;
    }
}
