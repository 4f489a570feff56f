package org.photobridge.portal.test;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.photobridge.portal.platform.Home;
import org.photobridge.portal.platform.Migrations;

/** An empty database of one kind, with the portal's tables. */
public record TestDatabase(String kind, DataSource dataSource) {

    /** For tests in which the kind of database doesn't matter. */
    public static TestDatabase h2() {
        return migrated("H2", Databases.freshH2());
    }

    static TestDatabase migrated(String kind, DataSource dataSource) {
        new Migrations(
                        dataSource,
                        Home.open(Path.of("target/unit-home").toAbsolutePath().toString()),
                        Clock.systemUTC())
                .run();
        return new TestDatabase(kind, dataSource);
    }

    @Override
    public String toString() {
        return kind;
    }
}
