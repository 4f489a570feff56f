package org.photobridge.portal.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;

class KeyCheckRepositoryTest {
    @TempDir
    Path folder;

    @BothDatabases
    void the_key_that_the_database_knows_is_welcome_and_a_foreign_one_is_not(TestDatabase database) {
        KeyCheckRepository check = new KeyCheckRepository(database.dataSource(), Clock.systemUTC());
        String key = KeyRing.newKey();
        check.check(ring(key));

        assertThatCode(() -> check.check(ring(key))).doesNotThrowAnyException();
        assertThatThrownBy(() -> check.check(ring(KeyRing.newKey())))
                .isInstanceOf(RefusedStartException.class)
                .hasMessageContaining("Put that key back");
        assertThatCode(() -> check.check(ring(KeyRing.newKey() + "," + key))).doesNotThrowAnyException();
    }

    private KeyRing ring(String keys) {
        return KeyRing.of(Optional.of(keys), Home.open(folder.resolve("home").toString()));
    }
}
