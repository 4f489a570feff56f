package org.photobridge.portal.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** New ids for rows that are written by plain JDBC. */
public final class Sequences {
    private Sequences() {}

    /** One id; the others of its block of fifty are left unused, which a bigint can afford. */
    public static long next(Connection connection, String sequence) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select nextval('" + sequence + "')");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
