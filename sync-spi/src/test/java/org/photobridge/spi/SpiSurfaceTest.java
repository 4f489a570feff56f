package org.photobridge.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Guards what providers are compiled against. After a wanted change write the list anew and look at its difference in
 * review: {@code mvn -pl sync-spi test -Dtest=SpiSurfaceTest -Dspi.signatures.write=true}
 */
class SpiSurfaceTest {

    private static final Path LIST = Path.of("src/test/resources/spi-signatures.txt");
    private static final Pattern LAZY = Pattern.compile("\\b(\\w*Stream|Iterator|Iterable|Spliterator|Enumeration)\\b");
    private static final Pattern FOREIGN =
            Pattern.compile("(?<![.\\w])(?!java\\.|javax\\.net\\.ssl\\.)[a-z]\\w*(\\.[a-z]\\w*)+\\.[A-Z]");

    @Test
    void no_signature_is_lost_or_added_unseen() throws IOException {
        List<String> current = SpiSurface.signatures();
        if (Boolean.getBoolean("spi.signatures.write")) {
            Files.write(LIST, current);
        }
        List<String> known = Files.readAllLines(LIST);
        assertThat(current)
                .as("lost or changed: providers built before would break")
                .containsAll(known);
        assertThat(known)
                .as("new: write the list anew, see this test's comment")
                .containsAll(current);
    }

    @Test
    void nothing_lazy_crosses_the_border() throws IOException {
        assertThat(SpiSurface.signatures()).noneMatch(LAZY.asPredicate());
    }

    @Test
    void nothing_but_the_jdk_shows() throws IOException {
        assertThat(SpiSurface.signatures()).noneMatch(FOREIGN.asPredicate());
    }

    @Test
    void guard_sees_what_it_guards_against() {
        assertThat(SpiSurface.signatures(Spoilt.class))
                .anyMatch(LAZY.asPredicate())
                .anyMatch(FOREIGN.asPredicate());
    }

    @Test
    void classes_and_records_are_closed_to_inheritance() throws IOException {
        assertThat(SpiSurface.types().stream().filter(type -> !type.isInterface() && !type.isEnum()))
                .allMatch(type -> java.lang.reflect.Modifier.isFinal(type.getModifiers()));
    }

    /** What a careless change would add. */
    public interface Spoilt {
        java.util.stream.Stream<Account> lazy();

        org.junit.jupiter.api.TestInfo foreign();
    }
}
