package org.photobridge.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values check themselves when they are made and can't be changed afterwards. */
class ValuesTest {

    private static final LocalText TEXT = LocalText.of("Text");

    @Test
    void bytes_are_copied_in_and_out() {
        byte[] bytes = {1, 2, 3};
        SourcePhoto photo = SourcePhoto.of(bytes, "f");
        TargetSnapshot snapshot = TargetSnapshot.of(Map.of("L", bytes), Map.of());
        PreparedPicture prepared = PreparedPicture.of(Rendition.jpeg("L", 200), bytes);
        bytes[0] = 9;
        photo.bytes()[1] = 9;
        snapshot.files().get("L")[1] = 9;
        prepared.bytes()[1] = 9;
        assertThat(photo.bytes()).containsExactly(1, 2, 3);
        assertThat(snapshot.files().get("L")).containsExactly(1, 2, 3);
        assertThat(prepared.bytes()).containsExactly(1, 2, 3);
    }

    @Test
    void photo_has_bytes_and_a_fingerprint_that_can_be_stored() {
        assertThatThrownBy(() -> SourcePhoto.of(new byte[0], "f")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SourcePhoto.of(new byte[1], " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SourcePhoto.of(new byte[1], "f".repeat(401)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void account_has_an_id_and_no_empty_identifiers() {
        assertThatThrownBy(() -> Account.of(" ", "Anna")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Account.of("1", "").identifiedBy(IdentifierType.EMAIL, " ").identifiers())
                .isEmpty();
        Account one = Account.of("1", "Anna");
        assertThat(one.with("office", "Jakarta").attribute("office")).contains("Jakarta");
        assertThat(one.attributes()).isEmpty();
    }

    @Test
    void at_most_twenty_people_are_asked_for_by_identifier() {
        assertThatThrownBy(() -> AccountQuery.these(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AccountQuery.these(Collections.nCopies(21, "x")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(AccountQuery.these(Collections.nCopies(20, "x")).identifiers())
                .hasSize(20);
    }

    @Test
    void costs_add_up_and_never_change() {
        Cost one = Cost.of("ru", 8);
        Cost both = one.and("people-manager", 4).and("ru", 2);
        assertThat(both.units()).isEqualTo(Map.of("ru", 10L, "people-manager", 4L));
        assertThat(one.units()).isEqualTo(Map.of("ru", 8L));
        assertThat(Cost.free().units()).isEmpty();
        assertThatThrownBy(() -> Cost.of("ru", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void limit_allows_something_in_some_time() {
        assertThatThrownBy(() -> new RateLimit("b", "n", TEXT, 0, Duration.ofMinutes(1), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RateLimit("b", "n", TEXT, 1, Duration.ZERO, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void text_falls_back_to_english() {
        LocalText text = LocalText.of("Folder").in("id", "Berkas");
        assertThat(text.get(Locale.forLanguageTag("id-ID"))).isEqualTo("Berkas");
        assertThat(text.get(Locale.FRENCH)).isEqualTo("Folder");
    }

    @Test
    void only_what_may_get_better_by_itself_is_tried_again() {
        assertThat(ErrorCategory.values())
                .filteredOn(ErrorCategory::isRetryable)
                .containsExactly(ErrorCategory.THROTTLED, ErrorCategory.UNAVAILABLE, ErrorCategory.INTERNAL);
    }

    @Test
    void exception_carries_the_failure() {
        Failure failure = Failure.of(ErrorCategory.THROTTLED, "slow", "429").retryAfter(Duration.ofSeconds(9));
        ProviderException exception = new ProviderException(failure);
        assertThat(exception).hasMessage("429");
        assertThat(exception.failure()).isEqualTo(failure);
        assertThat(exception.retryAfter()).contains(Duration.ofSeconds(9));
        assertThat(failure).hasToString("THROTTLED slow: 429 (retry after PT9S)");
        assertThatThrownBy(() -> failure.retryAfter(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void catalogue_entry_has_a_code_that_can_stand_in_an_address() {
        assertThatThrownBy(() -> new ErrorEntry("Graph 403", TEXT, TEXT, Fixer.SERVICE, TEXT))
                .hasMessageContaining("Graph 403");
        ErrorEntry entry = new ErrorEntry("graph-403", TEXT, TEXT, Fixer.SERVICE, TEXT);
        assertThat(ProviderDescriptor.of(TEXT, TEXT).withErrors(List.of(entry)).error("graph-403"))
                .contains(entry);
    }

    @Test
    void rendition_is_one_that_the_host_can_make() {
        assertThatThrownBy(() -> new Rendition("L", 200, "image/webp", 1)).hasMessageContaining("image/webp");
        assertThatThrownBy(() -> Rendition.jpeg("L", 15)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void report_is_healthy_unless_something_failed() {
        HealthCheck warning = HealthCheck.warn("w", TEXT, TEXT, TEXT);
        assertThat(new HealthReport(List.of(warning)).isHealthy()).isTrue();
        assertThat(new HealthReport(List.of(warning, HealthCheck.fail("f", TEXT, TEXT, TEXT))).isHealthy())
                .isFalse();
        assertThatThrownBy(() -> new HealthReport(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_a_check_that_is_not_well_is_of_a_kind() {
        HealthCheck failing = HealthCheck.fail("f", TEXT, TEXT, TEXT);
        assertThat(failing.category()).isEmpty();
        assertThat(failing.as(ErrorCategory.UNAVAILABLE).category()).contains(ErrorCategory.UNAVAILABLE);
        assertThat(HealthCheck.warn("w", TEXT, TEXT, TEXT)
                        .as(ErrorCategory.AUTHENTICATION)
                        .category())
                .contains(ErrorCategory.AUTHENTICATION);
        HealthCheck passed = HealthCheck.pass("p", TEXT, TEXT);
        assertThatThrownBy(() -> passed.as(ErrorCategory.UNAVAILABLE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void each_kind_of_answer_takes_its_own_function() {
        PhotoResult.Cases<String> cases = new PhotoResult.Cases<>(
                found -> "found", same -> "same", absent -> absent.code(), failed -> "failed", not -> "not");
        assertThat(PhotoResult.found(SourcePhoto.of(new byte[1], "f")).match(cases))
                .isEqualTo("found");
        assertThat(PhotoResult.notModified().match(cases)).isEqualTo("same");
        assertThat(PhotoResult.absent("none").match(cases)).isEqualTo("none");
        assertThat(PhotoResult.notAttempted().match(cases)).isEqualTo("not");
        assertThat(WriteResult.written("f").<String>match(w -> w.fingerprint(), f -> "failed", n -> "not"))
                .isEqualTo("f");
    }
}
