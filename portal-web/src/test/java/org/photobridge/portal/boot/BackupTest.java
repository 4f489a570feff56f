package org.photobridge.portal.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.portal.platform.Home;
import org.photobridge.portal.platform.KeyRing;
import org.photobridge.portal.platform.RefusedStartException;

class BackupTest {
    private static final String HOME = "photobridge.home";
    private static final String DATABASE = "photobridge.database.url";

    @TempDir
    Path folder;

    @BeforeEach
    void a_portal_was_there() throws Exception {
        Home home = Home.open(use("home").toString());
        home.writeSecret("encryption.key", KeyRing.newKey() + "\n");
        Files.writeString(
                PrivateFiles.folder(home.folder().resolve("providers/folder/1.0"))
                        .resolve("module.jar"),
                "code");
        Files.writeString(home.folder().resolve("first-admin-password"), "hush");
        sql("home", "create table person (id bigint, photo varbinary)", "insert into person values (1, x'cafe')");
    }

    @AfterEach
    void forget_settings() {
        System.clearProperty(HOME);
        System.clearProperty(DATABASE);
    }

    @Test
    void what_is_restored_elsewhere_is_what_was_backed_up() throws Exception {
        String said = backUp("a.zip", "--with-key");
        assertThat(said).contains("the database and the providers").contains("The encryption key is in it too");

        use("elsewhere");
        String restored = restore("a.zip");

        assertThat(restored).contains("Restored into").doesNotContain("is not here");
        assertThat(dump("elsewhere")).isEqualTo(dump("home")).anyMatch(line -> line.contains("cafe"));
        assertThat(folder.resolve("elsewhere/providers/folder/1.0/module.jar")).hasContent("code");
        assertThat(folder.resolve("elsewhere/encryption.key"))
                .hasSameTextualContentAs(folder.resolve("home/encryption.key"));
        assertThat(permissions("elsewhere/encryption.key")).isEqualTo("rw-------");
        assertThat(permissions("elsewhere/database/photobridge.mv.db")).isEqualTo("rw-------");
        assertThat(permissions("a.zip")).isEqualTo("rw-------");
    }

    @Test
    void without_its_key_a_backup_opens_nothing_and_says_which_key_it_needs() throws Exception {
        String key = Files.readString(folder.resolve("home/encryption.key"));
        assertThat(backUp("a.zip")).contains("The encryption key is not in it").contains("home/encryption.key");
        try (ZipFile zip = new ZipFile(folder.resolve("a.zip").toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactlyInAnyOrder(
                            "photobridge-backup.properties",
                            "database/photobridge.mv.db",
                            "providers/folder/1.0/module.jar");
        }

        use("elsewhere");
        assertThat(restore("a.zip"))
                .contains("The encryption key " + KeyRing.idsOf(key, "").get(0) + " is not here")
                .contains("elsewhere/encryption.key");
        assertThat(folder.resolve("elsewhere/encryption.key")).doesNotExist();
    }

    @Test
    void a_running_portal_is_neither_copied_nor_overwritten() throws Exception {
        backUp("a.zip");
        try (Connection portal = connect("home")) {
            assertThat(portal.isValid(1)).isTrue();
            assertRefused(() -> backUp("b.zip"), "is running. Stop it first");
            assertRefused(() -> restore("a.zip", "--replace"), "is running. Stop it first");
        }
        assertThat(folder.resolve("b.zip")).doesNotExist();
        assertThat(folder.resolve("b.zip.unfinished")).doesNotExist();
    }

    @Test
    void what_is_there_is_put_aside_and_only_when_asked() throws Exception {
        backUp("a.zip");
        sql("home", "insert into person values (2, x'beef')");
        List<String> later = dump("home");

        assertRefused(() -> restore("a.zip"), "--replace");
        assertThat(dump("home")).isEqualTo(later);

        assertThat(restore("a.zip", "--replace")).contains("home/backups/before-restore-1");
        assertThat(dump("home")).noneMatch(line -> line.contains("beef"));
        assertThat(dump("home/backups/before-restore-1")).isEqualTo(later);
    }

    @Test
    void a_foreign_or_damaged_zip_is_refused_and_changes_nothing() throws Exception {
        List<String> before = dump("home");
        zip("foreign.zip", "readme.txt");
        zip("climbing.zip", "photobridge-backup.properties", "providers/../../../outside");
        Files.write(folder.resolve("damaged.zip"), damaged());

        assertRefused(() -> restore("foreign.zip", "--replace"), "isn't a backup of Photobridge");
        assertRefused(() -> restore("climbing.zip", "--replace"), "no backup of ours");
        assertRefused(() -> restore("damaged.zip", "--replace"), "can't be read as a backup");
        assertThat(folder.resolve("home").toFile().list()).noneMatch(name -> name.startsWith("restore-"));
        assertRefused(() -> restore("none.zip"), "There is no file");
        assertThat(folder.resolve("outside")).doesNotExist();
        assertThat(dump("home")).isEqualTo(before);
    }

    @Test
    void of_a_portal_on_postgresql_the_home_is_taken_and_pg_dump_is_named() throws Exception {
        System.setProperty(DATABASE, "jdbc:postgresql://db/photobridge");
        assertThat(backUp("a.zip", "--with-key")).contains("pg_dump").contains("the providers");

        System.clearProperty(DATABASE);
        use("elsewhere");
        assertRefused(() -> restore("a.zip"), "PostgreSQL");
        System.setProperty(DATABASE, "jdbc:postgresql://db/photobridge");
        restore("a.zip");
        assertThat(folder.resolve("elsewhere/providers/folder/1.0/module.jar")).hasContent("code");
    }

    @Test
    void the_file_is_never_overwritten_and_the_command_line_is_checked() throws Exception {
        backUp("a.zip");
        assertRefused(() -> backUp("a.zip"), "is there already");
        assertRefused(() -> Commands.run(List.of("backup")), "Say where to");
        assertRefused(() -> Commands.run(List.of("backup", "--with-keys")), "Say where to");
        assertRefused(() -> Commands.run(List.of("colour")), "knows no command 'colour'");
    }

    /** A zip whose database has one other byte than it was packed with. */
    private byte[] damaged() throws IOException {
        byte[] database = "the database".getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(database);
        ZipEntry entry = new ZipEntry("database/photobridge.mv.db");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(database.length);
        entry.setCrc(sum.getValue());
        Path file = folder.resolve("whole.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("photobridge-backup.properties"));
            zip.write("database=h2\n".getBytes(StandardCharsets.US_ASCII));
            zip.putNextEntry(entry);
            zip.write(database);
        }
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        return bytes.replace("the database", "the databose").getBytes(StandardCharsets.ISO_8859_1);
    }

    private String backUp(String file, String... more) throws IOException {
        return run("backup", file, more);
    }

    private String restore(String file, String... more) throws IOException {
        return run("restore", file, more);
    }

    private String run(String command, String file, String... more) throws IOException {
        List<String> line =
                new ArrayList<>(List.of(command, folder.resolve(file).toString()));
        line.addAll(List.of(more));
        return Commands.run(line);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable what, String words) {
        assertThatThrownBy(what).isInstanceOf(RefusedStartException.class).hasMessageContaining(words);
    }

    private Path use(String home) {
        System.setProperty(HOME, folder.resolve(home).toString());
        return folder.resolve(home);
    }

    private void zip(String name, String... entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("database=h2\n".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    private Connection connect(String home) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + folder.resolve(home) + "/database/photobridge", "sa", "");
    }

    private void sql(String home, String... statements) throws SQLException {
        try (Connection connection = connect(home);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Every table with every row, as H2 writes it down. */
    private List<String> dump(String home) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = connect(home);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("script nosettings")) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }
}
