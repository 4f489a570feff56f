package org.photobridge.portal.platform;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;

/** A task of the container tests' own, and a service that writes a row and asks for the task in one transaction. */
@ApplicationScoped
public class QueueTrial {
    /** What the task is given. */
    public record Note(long number, String text) {}

    private static final String NAME = "queue-trial";

    private final BlockingQueue<Note> done = new LinkedBlockingQueue<>();

    @Inject
    private SchedulerClient client;

    @Inject
    private WakeUp wakeUp;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Produces
    @Singleton
    Task<Note> task(QueueTrial trial) {
        return Tasks.oneTime(NAME, Note.class).execute((instance, context) -> trial.carryOut(instance.getData()));
    }

    /** Runs on the queue's thread; takes part in a transaction there, as real tasks do. */
    @Transactional
    public void carryOut(Note note) {
        audit.record(AuditEntry.of("trial.done", subject(note)));
        done.add(note);
    }

    @Transactional
    public void ask(Note note) {
        audit.record(AuditEntry.of("trial.asked", subject(note)));
        client.scheduleIfNotExists(new TaskInstance<>(NAME, Long.toString(note.number()), note), clock.instant());
        wakeUp.afterCommit();
    }

    @Transactional
    public void askAndFail(Note note) {
        ask(note);
        throw new IllegalStateException("on purpose");
    }

    BlockingQueue<Note> done() {
        return done;
    }

    boolean isWaiting(Note note) {
        return client.getScheduledExecution(new TaskInstance<>(NAME, Long.toString(note.number())))
                .isPresent();
    }

    private static AuditEntry.Subject subject(Note note) {
        return new AuditEntry.Subject("trial", Long.toString(note.number()), note.text());
    }
}
