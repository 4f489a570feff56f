package org.photobridge.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.photobridge.portal.engine.Condition;
import org.photobridge.portal.platform.Texts;

class VerdictsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "IN_SYNC, '', ALIKE",
        "OUT_OF_DATE, '', BEHIND",
        "MISSING_IN_TARGET, '', MISSING",
        "CHANGED_IN_TARGET, changed-in-target, CHANGED_IN_TARGET",
        "CHANGED_IN_TARGET, '', BEHIND",
        "WRITTEN_NOT_SERVED, not-served-yet, WRITTEN_NOT_SERVED",
        "CHANGED_IN_TARGET, kept-by-person, KEPT_BY_PERSON",
        "KEPT, target-is-better, KEPT",
        "NO_SOURCE_PHOTO, no-source-photo, NO_SOURCE_PHOTO",
        "REMOVED_IN_SOURCE, removed-in-source, REMOVED_IN_SOURCE",
        "NOT_ELIGIBLE, guest, NOT_ELIGIBLE",
        "EXCLUDED, excluded, EXCLUDED",
        "EXCLUDED, protected, PROTECTED",
        "IN_SYNC, undone, UNDONE",
        "OUT_OF_DATE, put-back, UNDONE",
        "FAILED, picture-heic, FAILED",
        "UNKNOWN, '', NOT_CHECKED"
    })
    void each_condition_has_its_verdict(Condition condition, String reason, Verdict verdict) {
        assertThat(Verdicts.of(condition, reason, false, Optional.empty(), NOW)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @EnumSource(Condition.class)
    void protection_comes_before_everything(Condition condition) {
        assertThat(Verdicts.of(condition, "", true, Optional.empty(), NOW)).isEqualTo(Verdict.PROTECTED);
    }

    @Test
    void after_a_write_it_is_the_caches_for_sixty_days() {
        assertThat(inSync(Duration.ofDays(59))).isEqualTo(Verdict.ALIKE_SINCE_WRITE);
        assertThat(inSync(Duration.ofDays(61))).isEqualTo(Verdict.ALIKE);
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void each_verdict_has_a_sentence_what_to_tell_and_words_for_its_button(Verdict verdict) {
        for (String language : new String[] {"en", "id"}) {
            Texts texts = Texts.in(Locale.forLanguageTag(language));
            String key = "verdict." + verdict.key();

            assertThat(texts.has(key + ".sentence")).as(key).isTrue();
            assertThat(texts.has(key + ".tell")).as(key).isTrue();
            assertThat(texts.has(key + ".button")).as(key).isEqualTo(verdict.button() != Verdict.Button.NONE);
        }
    }

    private static Verdict inSync(Duration sinceWrite) {
        return Verdicts.of(Condition.IN_SYNC, "", false, Optional.of(NOW.minus(sinceWrite)), NOW);
    }
}
