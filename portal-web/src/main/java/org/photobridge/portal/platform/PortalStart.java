package org.photobridge.portal.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import javax.sql.DataSource;

/** Runs before anything else of the portal: home folder, tables, encryption key, then all who wait for the database. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class PortalStart {
    /** System property by which the start tells the command line how it went: {@code up}, or why it didn't. */
    public static final String OUTCOME = "photobridge.start.outcome";

    private static final Logger LOG = System.getLogger(PortalStart.class.getName());

    @Inject
    private Provider<Home> home;

    @Inject
    private Provider<KeyRing> keys;

    @Inject
    private Provider<DataSource> dataSource;

    @Inject
    private Clock clock;

    @Inject
    private Event<DatabaseReady> databaseReady;

    @Resource
    private UserTransaction transaction;

    @PostConstruct
    void start() {
        LogContext.tellFormatters();
        try {
            new Migrations(dataSource.get(), home.get(), clock).run();
            new KeyCheckRepository(dataSource.get(), clock).check(keys.get());
            tellAll();
            System.setProperty(OUTCOME, "up");
        } catch (RuntimeException e) {
            System.setProperty(OUTCOME, words(e));
            LOG.log(Level.ERROR, "Photobridge can''t start: {0}", words(e));
            throw e;
        }
    }

    /**
     * In one transaction, begun by hand: one that {@code @Transactional} begins while an EJB starts doesn't take in the
     * connections of plain JDBC, and what a refused start wrote by them would stay.
     */
    private void tellAll() {
        try {
            transaction.begin();
            try {
                databaseReady.fire(new DatabaseReady());
                transaction.commit();
            } finally {
                if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                    transaction.rollback();
                }
            }
        } catch (NotSupportedException
                | SystemException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException e) {
            throw new StorageException("What the first start sets up can't be stored", e);
        }
    }

    @PreDestroy
    void end() {
        LogContext.forget();
    }

    /** The refusal may be wrapped by the container. */
    private static String words(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedStartException) {
                return cause.getMessage();
            }
        }
        return problem.toString();
    }
}
