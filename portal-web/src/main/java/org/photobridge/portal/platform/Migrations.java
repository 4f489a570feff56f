package org.photobridge.portal.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/** Brings the database up to this portal's tables: copies an H2 file first, refuses what a newer portal left. */
public final class Migrations {
    private static final Logger LOG = System.getLogger(Migrations.class.getName());
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final DataSource dataSource;
    private final Home home;
    private final Clock clock;
    private final Flyway flyway;

    public Migrations(DataSource dataSource, Home home, Clock clock, String... locations) {
        this.dataSource = dataSource;
        this.home = home;
        this.clock = clock;
        this.flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations(locations.length == 0 ? new String[] {"classpath:db/migration"} : locations)
                .load();
    }

    public void run() {
        try {
            MigrationInfoService info = flyway.info();
            refuseNewer(info);
            if (info.current() != null && info.pending().length > 0) {
                copyFirst(info.pending()[0]);
            }
            flyway.migrate();
        } catch (FlywayException e) {
            throw new RefusedStartException("The database can't be brought up to date: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new RefusedStartException("The database couldn't be copied before its update: " + e.getMessage(), e);
        }
    }

    private static void refuseNewer(MigrationInfoService info) {
        boolean newer = Arrays.stream(info.all())
                .map(MigrationInfo::getState)
                .anyMatch(state -> state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED);
        if (newer) {
            throw new RefusedStartException(
                    "The database was last used by a newer Photobridge (its tables are at version "
                            + info.current().getVersion()
                            + "). Start that version again, or restore the copy made before its "
                            + "first start.");
        }
    }

    private void copyFirst(MigrationInfo next) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (!isH2File(connection)) {
                return;
            }
            String name = "before-V" + next.getVersion() + "-" + STAMP.format(clock.instant()) + ".zip";
            Path copy = home.subfolder("backups").resolve(name);
            try (PreparedStatement backup = connection.prepareStatement("BACKUP TO ?")) {
                backup.setString(1, copy.toString());
                backup.execute();
            }
            LOG.log(Level.INFO, "The database was copied to {0} before its update.", copy);
        }
    }

    private static boolean isH2File(Connection connection) throws SQLException {
        if (!"H2".equals(connection.getMetaData().getDatabaseProductName())) {
            return false;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT DATABASE_PATH()")) {
            return row.next() && row.getString(1) != null;
        }
    }
}
