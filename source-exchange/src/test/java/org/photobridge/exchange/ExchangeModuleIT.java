package org.photobridge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.SimulatorOptions;
import org.photobridge.spi.HealthCheck;
import org.photobridge.spi.HealthStatus;
import org.photobridge.spi.PhotoProvider;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.testkit.ProviderModuleContract;
import org.photobridge.testkit.ScriptedCallContext;
import org.photobridge.testkit.TestProviderContext;

/** The built zip, as a portal installs it. */
class ExchangeModuleIT extends ProviderModuleContract {
    @TempDir
    private Path unpacked;

    @Override
    protected Path module() {
        return Path.of("target", "source-exchange.zip");
    }

    /** The libraries look for services and resources of their own: that shows only in use. */
    @Test
    void module_works_with_the_jdk_the_contract_and_its_own_jars() throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (M365Simulator simulator = M365Simulator.start(SimulatorOptions.defaults());
                TestProviderContext context = SimulatedTenant.context(simulator, unpacked, Clock.systemUTC());
                Apart loader = new Apart(jars())) {
            thread.setContextClassLoader(loader);
            assertThat(statuses(loader, simulator, context)).containsOnly(HealthStatus.PASS);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static List<HealthStatus> statuses(Apart loader, M365Simulator simulator, TestProviderContext context) {
        PhotoProvider provider =
                ServiceLoader.load(PhotoProvider.class, loader).findFirst().orElseThrow();
        ProviderConfig config = SimulatedTenant.withCertificate(simulator, simulator.clientCertificate());
        try (PhotoSource source = provider.sourceFactory().orElseThrow().open(config, context)) {
            assertThat(source.getClass().getClassLoader()).isSameAs(loader);
            return source.checkHealth(ScriptedCallContext.free()).checks().stream()
                    .map(HealthCheck::status)
                    .toList();
        }
    }

    private URL[] jars() throws IOException {
        List<URL> jars = new ArrayList<>();
        try (ZipFile zip = new ZipFile(module().toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                jars.add(unpacked(zip, entry));
            }
        }
        return jars.toArray(URL[]::new);
    }

    private URL unpacked(ZipFile zip, ZipEntry entry) throws IOException {
        Path jar = unpacked.resolve(Path.of(entry.getName()).getFileName());
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, jar);
        }
        return url(jar);
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }

    /** Sees the JDK, its own jars and the contract. */
    private static final class Apart extends URLClassLoader {
        Apart(URL[] jars) {
            super(jars, ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.startsWith("org.photobridge.spi.") ? Class.forName(name) : super.loadClass(name, resolve);
        }
    }
}
