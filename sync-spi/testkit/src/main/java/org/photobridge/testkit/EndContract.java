package org.photobridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.spi.Capability;
import org.photobridge.spi.EndFactory;
import org.photobridge.spi.HealthCheck;
import org.photobridge.spi.HealthReport;
import org.photobridge.spi.HealthStatus;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.ProviderContext;
import org.photobridge.spi.ProviderEnd;
import org.photobridge.spi.ProviderException;
import org.photobridge.spi.RateLimit;

/** What the contracts of sources and of targets have in common. */
abstract class EndContract<F extends EndFactory, E extends ProviderEnd> {

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final ShownTexts shown = new ShownTexts();
    private final List<ScriptedCallContext> calls = new ArrayList<>();
    private final List<E> opened = new ArrayList<>();
    private Optional<ProviderContext> context = Optional.empty();

    @TempDir
    private Path workFolder;

    /** The factory under test; always an equal one. */
    protected abstract F factory();

    /** Settings of a system that works. */
    protected abstract ProviderConfig config();

    /**
     * Settings in which the factory finds no problem and that fail in use: a wrong password, an address where nobody
     * listens.
     */
    protected abstract ProviderConfig unusableConfig();

    /** The secrets in both settings; no message, log line or {@code toString} may hold one. */
    protected Set<String> secrets() {
        return Set.of();
    }

    /** What the end is opened with; override it to trust a simulator's certificate. Closed after the test if it can be. */
    protected ProviderContext newContext(Path workFolder) {
        return TestProviderContext.in(workFolder);
    }

    abstract E open(F factory, ProviderConfig config, ProviderContext context);

    abstract void useIt(E end, ScriptedCallContext call);

    abstract Set<Capability> capabilitiesOfThisKind();

    /** The end with the working settings, opened at first use, so that a subclass can prepare its system before. */
    final E end() {
        return opened.isEmpty() ? opened(config()) : opened.get(0);
    }

    final E opened(ProviderConfig config) {
        if (context.isEmpty()) {
            context = Optional.of(newContext(workFolder));
        }
        E end = open(factory(), config, context.get());
        opened.add(end);
        return end;
    }

    /** A call that refuses what the end didn't declare, and that must have no open permit when the test ends. */
    final ScriptedCallContext call() {
        ScriptedCallContext call = ScriptedCallContext.keeping(end().rateLimits());
        calls.add(call);
        return call;
    }

    final <T> T note(T value) {
        return shown.note(value);
    }

    final void note(Exception exception) {
        shown.note(exception);
    }

    final void assertExplained(String code) {
        assertThat(factory().descriptor().error(code))
                .as("the error catalogue's entry for '" + code + "'")
                .isPresent();
    }

    /** Runs a call that is cancelled from the start; it must not take a second to notice. */
    private void assertCancelledAtOnce(Runnable work) {
        assertTimeoutPreemptively(
                A_SECOND, () -> assertThat(catchThrowable(work::run)).isInstanceOf(CancellationException.class));
    }

    /**
     * Whether the call let the cancellation pass; if not, it answered. Either way it ended within a second of the refusal,
     * however long its work before that took.
     */
    final boolean letsPassTheCancellation(ScriptedCallContext call, Runnable work) {
        return assertTimeoutPreemptively(A_MINUTE, () -> {
            boolean passed = isCancelled(work);
            assertThat(call.sinceRefusal()).as("time from the cancellation").isLessThan(A_SECOND);
            return passed;
        });
    }

    private static boolean isCancelled(Runnable work) {
        try {
            work.run();
            return false;
        } catch (CancellationException e) {
            return true;
        }
    }

    @AfterEach
    final void nothing_is_left_behind() throws Exception {
        try {
            assertThat(calls).as("permits still open").allMatch(call -> call.inFlight() == 0);
            assertThat(shown.textsThatShow(secrets()))
                    .as("texts that show a secret")
                    .isEmpty();
        } finally {
            shown.close();
            opened.forEach(ProviderEnd::close);
            if (context.orElse(null) instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }
    }

    @Test
    void settings_that_can_be_used_have_no_problem() {
        assertThat(factory().validate(config())).isEmpty();
        assertThat(factory().validate(unusableConfig())).isEmpty();
    }

    @Test
    void system_that_works_is_healthy() {
        HealthReport report = note(end().checkHealth(call()));
        assertThat(report.checks()).noneMatch(check -> check.status() == HealthStatus.FAIL);
    }

    @Test
    void unhealthy_system_is_an_answer_that_says_what_to_do() {
        E broken = opened(unusableConfig());
        HealthReport report = note(broken.checkHealth(ScriptedCallContext.keeping(broken.rateLimits())));
        List<HealthCheck> failed = report.checks().stream()
                .filter(check -> check.status() == HealthStatus.FAIL)
                .toList();
        assertThat(failed).isNotEmpty().allSatisfy(this::assertSaysWhatToDo);
    }

    private void assertSaysWhatToDo(HealthCheck check) {
        assertExplained(check.code());
        assertThat(check.label().get(Locale.ENGLISH)).isNotBlank();
        assertThat(check.remedy().get(Locale.ENGLISH)).isNotBlank();
    }

    @Test
    void system_that_fails_throws_an_exception_with_an_explained_code() {
        E broken = opened(unusableConfig());
        Optional<ProviderException> thrown =
                failureOf(() -> useIt(broken, ScriptedCallContext.keeping(broken.rateLimits())));
        assertThat(thrown).as("the exception of the unusable system").isPresent();
        assertExplained(thrown.get().code());
    }

    private Optional<ProviderException> failureOf(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (ProviderException e) {
            note(e);
            note(e.failure());
            return Optional.of(e);
        }
    }

    @Test
    void cancelled_health_check_ends_within_a_second() {
        note(end().checkHealth(call()));
        ScriptedCallContext cancelled = call().cancelledAfter(0);
        assertCancelledAtOnce(() -> end().checkHealth(cancelled));
    }

    @Test
    void cancelled_call_ends_within_a_second() {
        useIt(end(), call());
        ScriptedCallContext cancelled = call().cancelledAfter(0);
        assertCancelledAtOnce(() -> useIt(end(), cancelled));
    }

    @Test
    void closing_twice_is_closing_once() {
        useIt(end(), call());
        end().close();
        end().close();
    }

    @Test
    void closing_what_was_never_used_is_fine() {
        end().close();
    }

    @Test
    void capabilities_and_limits_stay_as_they_are() {
        Set<Capability> before = Set.copyOf(end().capabilities());
        List<RateLimit> limits = List.copyOf(end().rateLimits());
        useIt(end(), call());
        assertThat(end().capabilities()).isEqualTo(before).isSubsetOf(capabilitiesOfThisKind());
        assertThat(end().rateLimits()).isEqualTo(limits);
        assertThat(limits).extracting(RateLimit::name).doesNotHaveDuplicates();
    }

    @Test
    void texts_of_settings_and_end_show_no_secret() {
        note(config());
        note(factory());
        note(end());
        note(end().capabilities());
    }

    final <T> T supported(Capability capability, Supplier<T> work) {
        assertThat(end().capabilities()).contains(capability);
        return note(work.get());
    }

    final void assertUnsupported(Runnable work) {
        assertThat(catchThrowable(work::run))
                .as("what an undeclared capability throws")
                .isInstanceOf(UnsupportedOperationException.class);
    }

    static <T> List<List<T>> parts(List<T> all, int size) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + size)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + size)))
                .toList();
    }

    final boolean can(Capability capability) {
        return end().capabilities().contains(capability);
    }
}
