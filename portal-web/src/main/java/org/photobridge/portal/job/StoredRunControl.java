package org.photobridge.portal.job;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.JdbiException;
import org.photobridge.portal.engine.Progress;
import org.photobridge.portal.engine.RunControl;
import org.photobridge.portal.engine.Signal;

/** Tells an execution what people want of its run, and people what it does; asks the database a few times a second. */
final class StoredRunControl implements RunControl {

    private static final Logger LOG = System.getLogger(StoredRunControl.class.getName());
    private static final Duration FRESH = Duration.ofMillis(300);

    private final RunLifecycleRepository lifecycle;
    private final RunRow run;
    private final BooleanSupplier shuttingDown;
    private final Clock clock;
    private Instant asked = Instant.MIN;
    private Signal known = Signal.GO_ON;
    private Instant told = Instant.MIN;
    private Optional<Progress> last = Optional.empty();

    StoredRunControl(RunLifecycleRepository lifecycle, RunRow run, BooleanSupplier shuttingDown, Clock clock) {
        this.lifecycle = lifecycle;
        this.run = run;
        this.shuttingDown = shuttingDown;
        this.clock = clock;
    }

    @Override
    public synchronized Signal signal() {
        if (shuttingDown.getAsBoolean()) {
            return Signal.SHUT_DOWN;
        }
        Instant now = clock.instant();
        if (isOlder(asked, now)) {
            asked = now;
            known = ask().orElse(known);
        }
        return known;
    }

    /** A change of step or wait is told at once, bare figures a few times a second. */
    @Override
    public synchronized void progress(Progress progress) {
        Instant now = clock.instant();
        if (isOlder(told, now) || isNews(progress)) {
            told = now;
            last = Optional.of(progress);
            tell(progress);
        }
    }

    /**
     * Empty if the database can't say just now. Asked in the midst of providers' calls, who would be blamed for it; the
     * run's next transaction meets the same fault and says so.
     */
    private Optional<Signal> ask() {
        try {
            return Optional.of(lifecycle.wishes(run.id()).map(this::signal).orElse(Signal.CANCEL));
        } catch (JdbiException e) {
            LOG.log(Level.WARNING, "Run " + run.id() + ": what people want of it can't be read just now", e);
            return Optional.empty();
        }
    }

    private void tell(Progress progress) {
        try {
            lifecycle.progress(run.id(), run.epoch(), progress);
        } catch (JdbiException e) {
            LOG.log(Level.WARNING, "Run " + run.id() + ": its progress can't be shown just now", e);
        }
    }

    /** An execution that was overtaken stops like a cancelled one; it can store nothing any more. */
    private Signal signal(RunLifecycleRepository.Wishes wishes) {
        if (wishes.cancelRequested() || wishes.epoch() != run.epoch()) {
            return Signal.CANCEL;
        }
        return wishes.pauseRequested() ? Signal.PAUSE : Signal.GO_ON;
    }

    private boolean isNews(Progress progress) {
        return last.map(before -> !before.waitingUntil().equals(progress.waitingUntil()))
                .orElse(true);
    }

    private static boolean isOlder(Instant then, Instant now) {
        return then.equals(Instant.MIN) || then.plus(FRESH).isBefore(now);
    }
}
