package org.photobridge.portal.platform;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;

/** Tells a fault of the database that passes by itself, such as a restart or a lost connection, from a defect of ours. */
public final class PassingFault {

    /** H2: lock timeout, concurrent update, connection broken, database closed, connection closed; PostgreSQL: lock timeout. */
    private static final Set<String> STATES = Set.of("HYT00", "90131", "90067", "90098", "90121", "55P03");

    /** Connection trouble, rolled back, out of resources, stopped by an operator. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57");

    private PassingFault() {}

    public static boolean is(Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause)
                .anyMatch(PassingFault::isOne);
    }

    private static boolean isOne(Throwable problem) {
        return problem instanceof ConnectionException
                || problem instanceof SQLTransientException
                || problem instanceof SQLRecoverableException
                || problem instanceof SQLNonTransientConnectionException
                || problem instanceof SQLException sql && isPassing(String.valueOf(sql.getSQLState()));
    }

    private static boolean isPassing(String state) {
        return STATES.contains(state) || CLASSES.stream().anyMatch(state::startsWith);
    }
}
