package org.photobridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.spi.EndFactory;
import org.photobridge.spi.PhotoProvider;
import org.photobridge.spi.SpiVersion;

/**
 * What every built module keeps to: the zip that people upload can be named before any of its classes is loaded, and
 * needs nothing from the portal but the contract. It needs the built zip, so the tests run after packaging.
 */
public abstract class ProviderModuleContract {

    private static final String SERVICE = "META-INF/services/" + PhotoProvider.class.getName();

    @TempDir
    private Path folder;

    private final List<Path> jars = new ArrayList<>();
    private final List<JarFile> open = new ArrayList<>();

    /** The zip of jars. */
    protected abstract Path module();

    @BeforeEach
    final void unpack() throws IOException {
        try (ZipFile zip = new ZipFile(module().toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(".jar")) {
                    jars.add(unpacked(zip, entry));
                }
            }
        }
        for (Path jar : jars) {
            open.add(new JarFile(jar.toFile()));
        }
    }

    private Path unpacked(ZipFile zip, ZipEntry entry) throws IOException {
        Path jar = folder.resolve(Path.of(entry.getName()).getFileName().toString());
        assertThat(jar).as("two jars of one name").doesNotExist();
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, jar);
        }
        return jar;
    }

    @AfterEach
    final void close_the_jars() throws IOException {
        for (JarFile jar : open) {
            jar.close();
        }
    }

    @Test
    void one_jar_names_the_module() throws IOException {
        Attributes names = identity();
        assertThat(names.getValue("Photobridge-Provider-Id")).matches("[a-z][a-z0-9-]{0,39}");
        assertThat(names.getValue("Photobridge-Provider-Version")).matches("[0-9A-Za-z][0-9A-Za-z.+_-]{0,59}");
        SpiVersion wanted = SpiVersion.parse(names.getValue("Photobridge-Spi-Version"));
        assertThat(SpiVersion.CURRENT.accepts(wanted)).as("SPI " + wanted).isTrue();
    }

    private Attributes identity() throws IOException {
        List<Attributes> named = new ArrayList<>();
        for (JarFile jar : open) {
            Optional.ofNullable(jar.getManifest())
                    .map(Manifest::getMainAttributes)
                    .filter(attributes -> attributes.getValue("Photobridge-Provider-Id") != null)
                    .ifPresent(named::add);
        }
        assertThat(named)
                .as("jars whose manifest has a Photobridge-Provider-Id")
                .hasSize(1);
        return named.get(0);
    }

    @Test
    void one_service_file_names_one_provider() throws IOException {
        List<String> names = new ArrayList<>();
        for (JarFile jar : open) {
            JarEntry file = jar.getJarEntry(SERVICE);
            if (file != null) {
                names.addAll(serviceNames(jar, file));
            }
        }
        assertThat(names).hasSize(1);
    }

    private static List<String> serviceNames(JarFile jar, JarEntry file) throws IOException {
        try (InputStream in = jar.getInputStream(file)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceAll("#.*", "").trim())
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    @Test
    void contract_is_not_packed() {
        assertThat(open.stream().flatMap(JarFile::stream).map(ZipEntry::getName))
                .noneMatch(name -> name.startsWith("org/photobridge/spi/"));
    }

    @Test
    void module_needs_nothing_but_the_jdk_and_the_contract() throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (IsolatedClassLoader loader = new IsolatedClassLoader(urls())) {
            thread.setContextClassLoader(loader);
            List<EndFactory> factories = factories(loader);
            assertThat(factories).isNotEmpty();
            factories.forEach(ProviderModuleContract::use);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private URL[] urls() throws MalformedURLException {
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = jars.get(i).toUri().toURL();
        }
        return urls;
    }

    private static List<EndFactory> factories(ClassLoader loader) {
        PhotoProvider provider =
                ServiceLoader.load(PhotoProvider.class, loader).findFirst().orElseThrow();
        assertThat(provider.getClass().getClassLoader()).isSameAs(loader);
        return Stream.<EndFactory>concat(provider.sourceFactory().stream(), provider.targetFactory().stream())
                .toList();
    }

    private static void use(EndFactory factory) {
        assertThat(factory.descriptor().name().toString()).isNotBlank();
        assertThat(factory.configSchema()).isNotNull();
    }
}
