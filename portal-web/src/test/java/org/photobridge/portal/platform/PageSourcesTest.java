package org.photobridge.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every page's source must keep to, since no compiler looks at it. */
class PageSourcesTest {
    private static final int LONGEST = 100;
    private static final Pattern UNESCAPED = Pattern.compile("escape\\w*\\s*=\\s*\"(?!true)", Pattern.CASE_INSENSITIVE);
    private static final Pattern INLINE_SCRIPT =
            Pattern.compile("<script|\\son[a-z]+=\"(?!PF\\()", Pattern.CASE_INSENSITIVE);
    private static final Pattern INLINE_STYLE = Pattern.compile("<style|\\sstyle=\"", Pattern.CASE_INSENSITIVE);

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void text_is_always_escaped(Path page) throws IOException {
        assertThat(Files.readString(page)).doesNotContainPattern(UNESCAPED);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void there_is_no_inline_script_and_no_inline_style(Path page) throws IOException {
        assertThat(Files.readString(page)).doesNotContainPattern(INLINE_SCRIPT).doesNotContainPattern(INLINE_STYLE);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void it_can_be_read_at_one_sitting(Path page) throws IOException {
        assertThat(Files.readAllLines(page)).hasSizeLessThanOrEqualTo(LONGEST);
    }
}
