package org.photobridge.portal.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.photobridge.portal.platform.Texts;

class ChapterTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "id"})
    void every_chapter_has_a_title_and_something_to_read(String language) {
        assertThat(Chapter.all(Texts.in(Locale.forLanguageTag(language))))
                .hasSize(Chapter.IDS.size())
                .allMatch(chapter -> !chapter.title().isBlank())
                .allMatch(chapter -> !chapter.paragraphs().isEmpty());
    }
}
