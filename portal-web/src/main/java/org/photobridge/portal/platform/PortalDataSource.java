package org.photobridge.portal.platform;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database driver that the URL asks for, so that an operator sets URL, user and password and no class name. */
public final class PortalDataSource implements DataSource {
    private static final String H2_FILE = "jdbc:h2:file:";
    private static final String WRITE_DELAY = ";WRITE_DELAY";

    private String url = "";
    private String user = "";
    private String password = "";

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(user, password);
    }

    @Override
    public Connection getConnection(String as, String with) throws SQLException {
        return driver().getConnection(as, with);
    }

    private DataSource driver() throws SQLException {
        if (url.startsWith("jdbc:postgresql:")) {
            PGSimpleDataSource postgres = new PGSimpleDataSource();
            postgres.setUrl(url);
            return postgres;
        }
        if (url.startsWith("jdbc:h2:")) {
            makeFolder();
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL(durable(url));
            return h2;
        }
        throw new SQLException("photobridge.database.url must begin with jdbc:postgresql: or jdbc:h2:, not " + url);
    }

    /**
     * H2 by itself writes a commit half a second later: what a run promised would be forgotten by a kill, while what it
     * wrote to the target stays.
     */
    private static String durable(String url) {
        return url.contains(WRITE_DELAY) ? url : url + WRITE_DELAY + "=0";
    }

    /** The server may connect before the portal starts; H2 would make its folder for everybody to read. */
    private void makeFolder() throws SQLException {
        if (!url.startsWith(H2_FILE)) {
            return;
        }
        String file = url.substring(H2_FILE.length()).split(";", 2)[0];
        try {
            Home.create(Path.of(file).toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new SQLException("The folder of the database can't be made: " + e, e);
        }
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // the drivers log through java.util.logging
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // part of the URL for both drivers
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.photobridge.portal.platform");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("Nothing to unwrap as " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
