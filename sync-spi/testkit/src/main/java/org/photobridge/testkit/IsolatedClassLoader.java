package org.photobridge.testkit;

import java.net.URL;
import java.net.URLClassLoader;

/** Shows a module what the portal shows it: the JDK, the contract and itself. */
final class IsolatedClassLoader extends URLClassLoader {

    private static final ClassLoader HOST = IsolatedClassLoader.class.getClassLoader();

    IsolatedClassLoader(URL[] jars) {
        super("module under test", jars, ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return name.startsWith("org.photobridge.spi.") ? HOST.loadClass(name) : super.loadClass(name, resolve);
    }
}
