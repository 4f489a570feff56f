package org.photobridge.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.platform.Texts;

/** Finds what the audit records without having words for it: on its page that would be a bare name. */
class AuditWordsTest {
    private static final Path SOURCES = Path.of("src/main/java/org/photobridge/portal");
    private static final Pattern NAME = Pattern.compile("\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"");
    private static final Pattern KIND = Pattern.compile("new (?:AuditEntry\\.)?Subject\\(\"([a-z]+)\"");

    /** What looks like an action in a class that records some, and is something else. */
    private static final Set<String> NO_ACTIONS = Set.of(
            "database.json",
            "encryption.key",
            "limit.admin",
            "password.differs",
            "password.same",
            "password.wait",
            "password.wrong",
            "photobridge.first-admin-password",
            "photobridge.first-admin-password-file",
            "photobridge.version",
            "queue.json",
            "tasks.json",
            "tokens.gone",
            "users.gone",
            "users.last-admin");

    @Test
    void every_action_and_every_kind_of_subject_has_words_in_both_languages() {
        Set<String> recorded = new TreeSet<>();
        found(NAME).stream()
                .filter(name -> !NO_ACTIONS.contains(name))
                .forEach(name -> recorded.add("audit.action." + name));
        assertThat(recorded).as("actions found").hasSizeGreaterThan(45);
        found(KIND).forEach(kind -> recorded.add("audit.subject." + kind));

        for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("id"))) {
            Texts texts = Texts.in(locale);
            assertThat(recorded)
                    .filteredOn(key -> !texts.has(key))
                    .as("no words in %s", locale)
                    .isEmpty();
        }
    }

    private static Set<String> found(Pattern pattern) {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(AuditWordsTest::read)
                    .filter(source -> source.contains("AuditEntry"))
                    .flatMap(source -> pattern.matcher(source).results())
                    .map(hit -> hit.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
