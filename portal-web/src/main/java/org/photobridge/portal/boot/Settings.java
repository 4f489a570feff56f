package org.photobridge.portal.boot;

import java.util.Locale;
import java.util.Optional;
import org.photobridge.portal.platform.RefusedStartException;
import org.photobridge.portal.platform.TrustedProxies;

/**
 * What must be known before the server runs: where home is, and which address and port to listen on.
 *
 * @param tls the key store if the portal itself speaks TLS; then it speaks nothing else
 */
record Settings(String home, String address, int port, Optional<TlsKeyStore> tls) {
    private static final int HTTP_PORT = 8080;
    private static final int HTTPS_PORT = 8443;

    static Settings read() {
        String home = value("photobridge.home", System.getProperty("user.home") + "/.photobridge");
        Optional<TlsKeyStore> tls = TlsKeyStore.configured();
        boolean proxied = !TrustedProxies.of(value(TrustedProxies.SETTING, "")).isEmpty();
        String address = value("photobridge.address", "127.0.0.1");
        if (!isLoopback(address) && tls.isEmpty() && !proxied) {
            throw new RefusedStartException("photobridge.address " + address + " would carry passwords in the clear."
                    + " Give the portal a certificate (photobridge.tls.keystore), or name the TLS proxies that alone"
                    + " may talk to it (photobridge.proxies=10.0.0.5), or stay with a loopback address such as"
                    + " 127.0.0.1.");
        }
        return new Settings(home, address, configuredPort(tls.isPresent() ? HTTPS_PORT : HTTP_PORT), tls);
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("127.") || address.equals("localhost") || address.equals("::1");
    }

    private static int configuredPort(int usual) {
        String text = value("photobridge.port", Integer.toString(usual));
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
