package org.photobridge.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static final Pattern PARAMETER = Pattern.compile("\\{\\d");
    private static final Pattern SINGLE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");
    private static final Pattern USED = Pattern.compile("msg\\['([a-z0-9.-]+)'\\]");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(new TreeSet<>(bundle("id").stringPropertyNames()))
                .isEqualTo(new TreeSet<>(bundle("en").stringPropertyNames()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "id"})
    void no_text_is_empty_or_left_to_do(String language) {
        bundle(language)
                .forEach((key, text) -> assertThat((String) text)
                        .as("%s in %s", key, language)
                        .isNotBlank()
                        .doesNotContain("TODO"));
    }

    /** A text with a parameter is a MessageFormat pattern, where an apostrophe is doubled; one without is literal. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "id"})
    void apostrophes_are_doubled_in_patterns_and_only_there(String language) {
        bundle(language).forEach((key, value) -> {
            String text = (String) value;
            if (PARAMETER.matcher(text).find()) {
                assertThat(SINGLE_APOSTROPHE.matcher(text).find())
                        .as("single apostrophe in pattern %s", key)
                        .isFalse();
            } else {
                assertThat(text).as("doubled apostrophe in %s", key).doesNotContain("''");
            }
        });
    }

    /** In Indonesian a person's picture is a "foto"; a "gambar" is what a file holds, or what stands where no picture is. */
    @Test
    void one_thing_has_one_word_in_indonesian() {
        bundle("id").forEach((key, value) -> {
            String text = ((String) value).toLowerCase(Locale.ROOT).replace("gambar pengganti", "");
            if (!((String) key).startsWith("reason.picture-")) {
                assertThat(text).as("%s", key).doesNotContain("gambar");
            }
        });
    }

    @Test
    void every_key_that_a_page_names_exists() throws IOException {
        Properties english = bundle("en");
        try (Stream<Path> pages = Files.walk(Path.of("src/main/webapp"))) {
            for (Path page :
                    pages.filter(path -> path.toString().endsWith(".xhtml")).toList()) {
                Matcher used = USED.matcher(Files.readString(page));
                while (used.find()) {
                    assertThat(english.stringPropertyNames())
                            .as(page.toString())
                            .contains(used.group(1));
                }
            }
        }
    }

    private static Properties bundle(String language) {
        Properties texts = new Properties();
        String file = "/org/photobridge/portal/messages_" + language + ".properties";
        try (InputStream in = MessagesTest.class.getResourceAsStream(file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return texts;
    }

    @Test
    void a_text_without_a_place_for_parameters_keeps_its_apostrophe_when_it_is_given_some() {
        assertThat(Texts.in(Locale.ENGLISH).get("overview.health.good", "Contoso"))
                .contains("everybody's");
    }
}
