package org.photobridge.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    Path folder;

    @Test
    void a_new_home_is_for_its_owner_alone() throws IOException {
        Home home = Home.open(folder.resolve("a/home").toString());

        assertThat(permissions(home.folder())).isEqualTo("rwx------");
        assertThat(permissions(home.subfolder("below"))).isEqualTo("rwx------");
        assertThat(permissions(home.writeSecret("secret", "x"))).isEqualTo("rw-------");
    }

    @Test
    void a_home_that_others_can_look_into_is_refused_with_the_remedy() throws IOException {
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-x---"));

        assertThatThrownBy(() -> Home.open(open.toString()))
                .isInstanceOf(RefusedStartException.class)
                .hasMessageContaining("rwxr-x---")
                .hasMessageContaining("chmod 700 " + open);
    }

    @Test
    void a_secret_that_others_can_read_is_refused_with_the_remedy() throws IOException {
        Home home = Home.open(folder.resolve("home").toString());
        Path secret = home.writeSecret("secret", "x");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> home.readSecret("secret")).hasMessageContaining("chmod 600 " + secret);
    }

    @Test
    void a_relative_path_is_refused() {
        assertThatThrownBy(() -> Home.open("here"))
                .hasMessageContaining("absolute")
                .hasMessageContaining("'here'");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
