package org.photobridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.photobridge.spi.Account;
import org.photobridge.spi.AccountPage;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Cost;
import org.photobridge.spi.GroupPage;
import org.photobridge.spi.PhotoRequest;
import org.photobridge.spi.PhotoResult;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.PhotoSourceFactory;
import org.photobridge.spi.PhotoTarget;
import org.photobridge.spi.PhotoTargetFactory;
import org.photobridge.spi.PhotoWrite;
import org.photobridge.spi.TargetSnapshot;
import org.photobridge.spi.TargetState;
import org.photobridge.spi.WriteResult;

/** Proves that the contract tests can fail: each flaw is noticed by the test that is there for it. */
class ContractsNoticeFlawsTest {

    private static Supplier<PhotoSource> source = FakePhotoSourceContractTest::filled;
    private static Supplier<PhotoTarget> target = FakePhotoTargetContractTest::filled;

    static class FlawedSource extends FakePhotoSourceContractTest {
        @Override
        protected PhotoSourceFactory factory() {
            return ScriptedFactories.source(source);
        }
    }

    static class FlawedTarget extends FakePhotoTargetContractTest {
        @Override
        protected PhotoTargetFactory factory() {
            return ScriptedFactories.target(target);
        }
    }

    @Test
    void page_that_loses_somebody() {
        assertThat(failuresOfSource((method, arguments, good) -> {
                    Object answer = good.with(arguments);
                    return answer instanceof AccountPage page && page.next().isPresent() ? shortened(page) : answer;
                }))
                .contains("paging_ends_and_covers_everybody_once", "size_of_the_pages_changes_nothing");
    }

    private static AccountPage shortened(AccountPage page) {
        return AccountPage.of(page.accounts().subList(1, page.accounts().size()), page.next());
    }

    @Test
    void results_in_another_order() {
        assertThat(failuresOfSource((method, arguments, good) ->
                        method.equals("readPhotos") ? backwards((List<?>) good.with(arguments)) : good.with(arguments)))
                .contains("results_match_the_requests_in_number_and_order");
    }

    private static List<?> backwards(List<?> results) {
        List<?> reversed = new ArrayList<>(results);
        Collections.reverse(reversed);
        return reversed;
    }

    @Test
    void fingerprint_that_is_ignored() {
        assertThat(failuresOfSource((method, arguments, good) -> method.equals("readPhotos")
                        ? good.with(withoutFingerprints((List<?>) arguments[0]), arguments[1])
                        : good.with(arguments)))
                .containsExactly("photo_that_is_still_the_same_is_not_read_again");
    }

    private static List<PhotoRequest> withoutFingerprints(List<?> requests) {
        return requests.stream()
                .map(PhotoRequest.class::cast)
                .map(request -> PhotoRequest.of(request.account(), request.mostPixels()))
                .toList();
    }

    @Test
    void cancellation_that_nobody_notices() {
        assertThat(failuresOfSource((method, arguments, good) -> good.with(uncancelled(arguments))))
                .contains("cancelled_call_ends_within_a_second", "cancelled_health_check_ends_within_a_second");
    }

    private static Object[] uncancelled(Object[] arguments) {
        Object[] changed = arguments.clone();
        for (int i = 0; i < changed.length; i++) {
            changed[i] = changed[i] instanceof CallContext ? ScriptedCallContext.free() : changed[i];
        }
        return changed;
    }

    @Test
    void result_that_a_cancellation_loses() {
        assertThat(failuresOfSource((method, arguments, good) -> {
                    Object answer = good.with(arguments);
                    return method.equals("readPhotos") ? withoutUntried((List<?>) answer) : answer;
                }))
                .containsExactly("cancellation_at_any_wait_loses_no_result");
    }

    private static List<?> withoutUntried(List<?> results) {
        return results.stream()
                .filter(result -> !(result instanceof PhotoResult.NotAttempted))
                .toList();
    }

    @Test
    void permit_that_stays_open() {
        assertThat(failuresOfSource((method, arguments, good) -> {
                    if (method.equals("readPhotos")) {
                        ((CallContext) arguments[1]).acquire(Cost.free());
                    }
                    return good.with(arguments);
                }))
                .contains("full_batch_is_answered_in_full");
    }

    @Test
    void cost_of_a_limit_that_nobody_declared() {
        assertThat(failuresOfSource((method, arguments, good) -> {
                    if (method.equals("readPhotos")) {
                        ((CallContext) arguments[1])
                                .acquire(Cost.of("secret-budget", 1))
                                .close();
                    }
                    return good.with(arguments);
                }))
                .contains("full_batch_is_answered_in_full");
    }

    @Test
    void secret_in_the_log() {
        assertThat(failuresOfSource((method, arguments, good) -> {
                    System.getLogger("flaw")
                            .log(System.Logger.Level.DEBUG, "Signing in with " + ScriptedFactories.PASSWORD);
                    return good.with(arguments);
                }))
                .contains("system_that_works_is_healthy");
    }

    @Test
    void capability_that_works_though_nobody_declared_it() {
        assertThat(failuresOfSource((method, arguments, good) -> switch (method) {
                    case "capabilities" -> Set.of();
                    case "listGroups" -> new GroupPage(List.of(), Optional.empty());
                    default -> good.with(arguments);
                }))
                .contains("groups_are_listed_once_each_or_not_offered");
    }

    @Test
    void write_before_its_permit() {
        assertThat(failuresOfTarget((method, arguments, good) -> {
                    if (method.equals("writePhotos")) {
                        good.with(arguments[0], ScriptedCallContext.free());
                    }
                    return good.with(arguments);
                }))
                .containsExactly("cancellation_at_any_wait_leaves_nobody_half_written");
    }

    @Test
    void restore_that_does_nothing() {
        assertThat(failuresOfTarget((method, arguments, good) ->
                        method.equals("restore") ? WriteResult.written("") : good.with(arguments)))
                .containsExactlyInAnyOrder(
                        "restoring_gives_exactly_the_picture_before_or_is_not_offered",
                        "restoring_gives_exactly_the_nothing_before_or_is_not_offered");
    }

    @Test
    void restore_that_leaves_an_empty_file_of_nothing() {
        assertThat(failuresOfTarget((method, arguments, good) -> method.equals("restore")
                                && ((TargetSnapshot) arguments[1]).files().isEmpty()
                        ? good.with(arguments[0], withEmptyFile(), arguments[2])
                        : good.with(arguments)))
                .containsExactly("restoring_gives_exactly_the_nothing_before_or_is_not_offered");
    }

    private static TargetSnapshot withEmptyFile() {
        return TargetSnapshot.of(java.util.Map.of("L", new byte[0]), java.util.Map.of());
    }

    @Test
    void fingerprint_that_no_look_finds() {
        assertThat(failuresOfTarget((method, arguments, good) -> {
                    Object answer = good.with(arguments);
                    return method.equals("writePhotos") ? invented((List<?>) answer) : answer;
                }))
                .contains("later_look_finds_the_fingerprint_of_the_write");
    }

    private static List<WriteResult> invented(List<?> results) {
        return results.stream()
                .map(result ->
                        result instanceof WriteResult.Written ? WriteResult.written("invented") : (WriteResult) result)
                .toList();
    }

    @Test
    void picture_of_somebody_else_that_changes_too() {
        assertThat(failuresOfTarget((method, arguments, good) -> {
                    if (method.equals("writePhotos")) {
                        good.with(List.of(misdirected((List<?>) arguments[0])), arguments[1]);
                    }
                    return good.with(arguments);
                }))
                .contains("write_changes_nobody_else");
    }

    private static PhotoWrite misdirected(List<?> writes) {
        PhotoWrite first = (PhotoWrite) writes.get(0);
        Account other = People.named("citra");
        return new PhotoWrite(other, first.token(), first.pictures());
    }

    @Test
    void reason_that_no_catalogue_explains() {
        assertThat(failuresOfTarget((method, arguments, good) -> {
                    Object answer = good.with(arguments);
                    return method.equals("readStates") ? unexplained((List<?>) answer) : answer;
                }))
                .containsExactly("states_are_what_the_system_holds");
    }

    private static List<TargetState> unexplained(List<?> states) {
        return states.stream()
                .map(state -> state instanceof TargetState.Impossible
                        ? TargetState.impossible("because")
                        : (TargetState) state)
                .toList();
    }

    private static List<String> failuresOfSource(Flaw flaw) {
        source = () -> Flaw.in(PhotoSource.class, FakePhotoSourceContractTest.filled(), flaw);
        return failuresOf(FlawedSource.class);
    }

    private static List<String> failuresOfTarget(Flaw flaw) {
        target = () -> Flaw.in(PhotoTarget.class, FakePhotoTargetContractTest.filled(), flaw);
        return failuresOf(FlawedTarget.class);
    }

    private static List<String> failuresOf(Class<?> contract) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(contract))
                                .build(),
                        listener);
        assertThat(listener.getSummary().getTestsFoundCount()).isGreaterThan(20);
        return listener.getSummary().getFailures().stream()
                .map(failure -> failure.getTestIdentifier().getDisplayName().replace("()", ""))
                .toList();
    }
}
