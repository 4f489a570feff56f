package org.photobridge.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortalDataSourceTest {
    @TempDir
    Path folder;

    @Test
    void h2_writes_a_commit_at_once_so_that_no_promise_is_forgotten_by_a_kill() throws SQLException {
        PortalDataSource source = new PortalDataSource();
        source.setUrl("jdbc:h2:file:" + folder.resolve("database/photobridge"));
        source.setUser("photobridge");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet delay = statement.executeQuery(
                        "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")) {
            assertThat(delay.next()).isTrue();
            assertThat(delay.getInt(1)).isZero();
        }
    }
}
