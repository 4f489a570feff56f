package org.photobridge.portal.provider;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/**
 * Shows a provider the JDK, the contract and its own jars, and nothing of the portal or the server.
 *
 * <p>The contract always comes from the host, even if the provider packs a copy: else its types wouldn't be ours.
 */
final class ProviderClassLoader extends URLClassLoader {
    static final String CONTRACT = "org.photobridge.spi.";

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader host;

    ProviderClassLoader(ProviderKey key, List<URL> jars, ClassLoader host) {
        super("provider " + key, jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(CONTRACT)) {
            return host.loadClass(name);
        }
        return super.loadClass(name, resolve);
    }
}
