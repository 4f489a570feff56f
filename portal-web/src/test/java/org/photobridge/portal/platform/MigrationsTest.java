package org.photobridge.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Restore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;

class MigrationsTest {
    @TempDir
    Path folder;

    @BothDatabases
    void running_twice_changes_nothing(TestDatabase database) throws SQLException {
        new Migrations(database.dataSource(), home(), Clock.systemUTC()).run();

        assertThat(count(database, "select count(*) from audit_entry")).isZero();
    }

    @BothDatabases
    void a_database_that_a_newer_portal_used_is_refused_in_words(TestDatabase database) throws SQLException {
        execute(database, """
                insert into "flyway_schema_history" values
                (9999, '9999', 'future', 'SQL', 'V9999__future.sql', 1, 'x', current_timestamp, 1, true)""");

        assertThatThrownBy(() -> new Migrations(database.dataSource(), home(), Clock.systemUTC()).run())
                .isInstanceOf(RefusedStartException.class)
                .hasMessageContaining("newer Photobridge")
                .hasMessageContaining("9999");
    }

    @Test
    void an_h2_file_is_copied_before_its_tables_change() throws IOException, SQLException {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:file:" + folder.resolve("db/photobridge"));
        new Migrations(h2, home(), Clock.systemUTC(), "classpath:db/migration").run();
        Path more = Files.createDirectories(folder.resolve("more"));
        Files.writeString(more.resolve("V9000__more.sql"), "drop table before_image");

        new Migrations(h2, home(), Clock.systemUTC(), "classpath:db/migration", "filesystem:" + more).run();

        try (Stream<Path> copies = Files.list(home().folder().resolve("backups"))) {
            List<String> names =
                    copies.map(copy -> copy.getFileName().toString()).toList();
            assertThat(names)
                    .singleElement()
                    .asString()
                    .startsWith("before-V9000-")
                    .endsWith(".zip");
            assertThatTheCopyHasTheTable(home().folder().resolve("backups").resolve(names.get(0)));
        }
    }

    private void assertThatTheCopyHasTheTable(Path zip) throws SQLException {
        Path copy = folder.resolve("copy");
        Restore.execute(zip.toString(), copy.toString(), null);
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:file:" + copy.resolve("photobridge"));
        try (Connection connection = h2.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from before_image")) {
            assertThat(row.next()).isTrue();
        }
    }

    private Home home() {
        return Home.open(folder.resolve("home").toString());
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
