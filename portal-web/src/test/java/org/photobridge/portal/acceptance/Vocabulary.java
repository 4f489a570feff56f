package org.photobridge.portal.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.photobridge.portal.platform.Texts;

/** The words that people read for a code, in each language: the portal's own, or those of an installed provider. */
final class Vocabulary {
    private static final List<String> LANGUAGES = List.of("en", "id");

    private final List<Properties> provided;

    private Vocabulary(List<Properties> provided) {
        this.provided = provided;
    }

    static Vocabulary of(Path home) throws IOException {
        Vocabulary vocabulary = new Vocabulary(new java.util.ArrayList<>());
        try (Stream<Path> files = Files.walk(home.resolve("providers"))) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                vocabulary.read(jar);
            }
        }
        return vocabulary;
    }

    /** Whether cause and remedy are there in all languages. */
    boolean explains(String code) {
        return LANGUAGES.stream().allMatch(language -> own(code, language)) || providers(code) == LANGUAGES.size();
    }

    private static boolean own(String code, String language) {
        Texts texts = Texts.in(Locale.forLanguageTag(language));
        return texts.has("reason." + code + ".cause") && texts.has("reason." + code + ".remedy");
    }

    private long providers(String code) {
        return provided.stream()
                .filter(words -> has(words, "error." + code) || has(words, "check." + code))
                .count();
    }

    private static boolean has(Properties words, String key) {
        return words.containsKey(key + ".cause") && words.containsKey(key + ".remedy");
    }

    private void read(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            for (ZipEntry entry : jar.stream().filter(Vocabulary::isOfOurs).toList()) {
                Properties words = new Properties();
                try (InputStream in = jar.getInputStream(entry)) {
                    words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                }
                provided.add(words);
            }
        }
    }

    private static boolean isOfOurs(ZipEntry entry) {
        return entry.getName().matches("org/photobridge/.*/texts(_en|_id)?\\.properties");
    }
}
