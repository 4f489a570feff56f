package org.photobridge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.photobridge.spi.ErrorEntry;

class ExchangeErrorTest {
    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void every_code_is_explained_in_both_languages() {
        assertThat(ExchangeError.catalogue())
                .hasSize(ExchangeError.values().length)
                .allSatisfy(entry -> {
                    assertThat(translated(entry)).as(entry.code()).isTrue();
                });
    }

    private static boolean translated(ErrorEntry entry) {
        Locale indonesian = Locale.forLanguageTag("id");
        return Stream.of(entry.cause(), entry.remedy(), entry.tellPerson())
                .allMatch(text -> !text.get(Locale.ENGLISH).isBlank()
                        && !text.get(indonesian).equals(text.get(Locale.ENGLISH)));
    }

    /** So that no code can be given out but one that has an entry. */
    @Test
    void failures_are_made_in_one_place_only() throws IOException {
        assertThat(sourcesWith(Pattern.compile("Failure\\.of\\(|ProviderException\\.of\\(|absent\\(\"")))
                .containsExactly("ExchangeError.java");
    }

    @Test
    void both_languages_have_the_same_keys_and_places() throws IOException {
        Properties english = texts("texts.properties");
        Properties indonesian = texts("texts_id.properties");
        assertThat(indonesian.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(places(indonesian.getProperty(key)))
                        .as(key)
                        .isEqualTo(places(english.getProperty(key))));
    }

    @Test
    void key_without_a_text_is_a_defect() {
        org.assertj.core.api.Assertions.assertThatNullPointerException().isThrownBy(() -> Texts.of("no.such.key"));
    }

    private static List<String> places(String text) {
        Matcher matcher = Pattern.compile("\\{\\d}").matcher(text);
        return matcher.results().map(result -> result.group()).sorted().toList();
    }

    private static Properties texts(String name) throws IOException {
        Properties texts = new Properties();
        try (var reader =
                new InputStreamReader(ExchangeErrorTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static List<String> sourcesWith(Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> pattern.matcher(content(file)).find())
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
