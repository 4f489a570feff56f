package org.photobridge.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Finds queries about people that don't carry the one condition of limited callers. */
class SightGuardTest {

    private static final Path SOURCES = Path.of("src/main/java/org/photobridge/portal");
    private static final Pattern PEOPLE =
            Pattern.compile("\\b(from|join)\\s+(person|run_outcome|picture_preview|photo_state|before_image|run)\\b");

    /** Classes that read people for nobody in particular, and why that is well. */
    private static final Map<String, String> REVIEWED = Map.of(
            "BeforeImageRepository.java", "for runs, and for a person who was found by whoever may see them",
            "ErasureRepository.java",
                    "for an admin without a limit, about one person who was found by whoever may see them",
            "FiguresRepository.java", "figures of everybody, refused to whoever is limited",
            "HistoryRepository.java", "forgets what is old",
            "HoldRepository.java", "for approvals, which a limited caller doesn't see",
            "PeopleListedRepository.java", "counts everybody, for admins who make a plan",
            "PhotoStateRepository.java", "for runs",
            "RunLifecycleRepository.java", "for runs, and for what a service has found before",
            "StoredRunJournal.java", "for runs");

    @Test
    void every_query_about_people_asks_whom_the_caller_may_see() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> open = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(SightGuardTest::asksForPeopleWithoutSight)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !REVIEWED.containsKey(name))
                    .toList();

            assertThat(open)
                    .as("classes that read people without Sight: hang it on their queries, or say here why not")
                    .isEmpty();
        }
    }

    private static boolean asksForPeopleWithoutSight(Path file) {
        try {
            String source = Files.readString(file);
            String code = source.replaceAll("(?m)^\\s*(\\*|//|/\\*).*$", "");
            return PEOPLE.matcher(code).find() && !code.contains("Sight.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
