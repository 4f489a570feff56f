package org.photobridge.portal.acceptance;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;

/** Everything that a stopped portal's database holds, as SQL. */
final class StoredText {
    private StoredText() {}

    static byte[] of(Path database, String password) throws SQLException {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:file:" + database);
        h2.setUser("photobridge");
        h2.setPassword(password);
        StringBuilder text = new StringBuilder();
        try (Connection connection = h2.getConnection();
                Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("script nopasswords")) {
            while (lines.next()) {
                text.append(lines.getString(1)).append('\n');
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
