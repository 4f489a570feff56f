package org.photobridge.portal.provider;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Builds provider modules while a test runs: sources in, jars and zips out. */
final class ModuleWorkshop {
    static final String SERVICE = "META-INF/services/org.photobridge.spi.PhotoProvider";

    private final Path folder;
    private int made;

    ModuleWorkshop(Path folder) {
        this.folder = folder;
    }

    /** The manifest entries of a well-made module. */
    static Map<String, String> manifest(String id, String version) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("Photobridge-Provider-Id", id);
        entries.put("Photobridge-Provider-Version", version);
        entries.put("Photobridge-Spi-Version", "1.0");
        return entries;
    }

    /** A target that does as little as the contract allows; {@code body} is put into its provider class. */
    static String provider(String name, String body) {
        return """
                import java.util.*;
                import org.photobridge.spi.*;
                public class %s implements PhotoProvider {
                    public Optional<PhotoSourceFactory> sourceFactory() { return Optional.of(new Sources()); }
                    static class Sources implements PhotoSourceFactory {
                        public ProviderDescriptor descriptor() {
                            return ProviderDescriptor.of(LocalText.of(word()), LocalText.of("For tests"));
                        }
                        public ConfigSchema configSchema() { return ConfigSchema.empty(); }
                        public PhotoSource open(ProviderConfig config, ProviderContext context) {
                            throw new IllegalStateException("not in this test");
                        }
                    }
                    static String word() { return "plain"; }
                    %s
                }
                """.formatted(name, body);
    }

    /** Compiles one class and packs it with manifest, service file and more files. */
    Path jar(Map<String, String> manifest, String name, String source, Map<String, byte[]> more) {
        Path classes = compile(name, source, List.of());
        return pack(manifest, classes, more);
    }

    static Map<String, byte[]> service(String name) {
        return Map.of(SERVICE, name.getBytes(StandardCharsets.UTF_8));
    }

    /** Compiles one class against this test's class path and more jars. */
    Path compile(String name, String source, List<Path> more) {
        try {
            Path classes = Files.createDirectories(folder.resolve("classes" + made++));
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            String path = System.getProperty("java.class.path")
                    + more.stream()
                            .map(jar -> System.getProperty("path.separator") + jar)
                            .reduce("", String::concat);
            boolean good = compiler.getTask(
                            null, null, null, List.of("-d", classes.toString(), "-cp", path), null, units(name, source))
                    .call();
            if (!good) {
                throw new IllegalStateException("The test's source doesn't compile: " + source);
            }
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Packs a folder of classes. */
    Path pack(Map<String, String> manifest, Path classes, Map<String, byte[]> more) {
        Path jar = folder.resolve("module" + made++ + ".jar");
        Manifest head = new Manifest();
        head.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.forEach((name, value) -> head.getMainAttributes().putValue(name, value));
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, head);
                Stream<Path> files = Files.walk(classes)) {
            for (Path entry : files.filter(Files::isRegularFile).toList()) {
                write(out, classes.relativize(entry).toString(), Files.readAllBytes(entry));
            }
            for (Map.Entry<String, byte[]> entry : more.entrySet()) {
                write(out, entry.getKey(), entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }

    /** Puts jars into a zip, as a provider's build does. */
    Path zip(Path... jars) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (Path jar : jars) {
            entries.put("lib/" + jar.getFileName(), bytes(jar));
        }
        return zip(entries);
    }

    Path zip(Map<String, byte[]> entries) {
        Path zip = folder.resolve("module" + made++ + ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                write(out, entry.getKey(), entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zip;
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(ZipOutputStream out, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }

    private static List<JavaFileObject> units(String name, String source) {
        URI uri = URI.create("string:///" + name.replace('.', '/') + ".java");
        return List.of(new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        });
    }
}
