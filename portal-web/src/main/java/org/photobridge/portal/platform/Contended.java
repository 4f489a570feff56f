package org.photobridge.portal.platform;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Does a transaction once more that another one got in the way of: two runs, or a run and a page, may meet the same person
 * for the first time at once. What failed left nothing behind, and the next try finds what the other has stored.
 */
public final class Contended {

    private static final int TRIES = 3;

    /** Unique key taken, H2's concurrent update, H2's lock timeout; deadlocks and the like are a class of their own. */
    private static final Set<String> CONFLICTS = Set.of("23505", "90131", "HYT00");

    private static final String ROLLED_BACK = "40";

    private Contended() {}

    public static <R> R inTransaction(Jdbi jdbi, HandleCallback<R, RuntimeException> work) {
        for (int tries = 1; ; tries++) {
            try {
                return jdbi.inTransaction(work);
            } catch (JdbiException e) {
                if (tries == TRIES || !isConflict(e)) {
                    throw e;
                }
            }
        }
    }

    public static void useTransaction(Jdbi jdbi, HandleConsumer<RuntimeException> work) {
        inTransaction(jdbi, work.asCallback());
    }

    private static boolean isConflict(Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> String.valueOf(((SQLException) cause).getSQLState()))
                .anyMatch(state -> CONFLICTS.contains(state) || state.startsWith(ROLLED_BACK));
    }
}
