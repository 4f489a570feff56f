package org.photobridge.portal.test;

import java.nio.file.Path;
import java.util.Optional;
import org.photobridge.portal.platform.Home;
import org.photobridge.portal.platform.KeyRing;

/** Encryption keys for tests. */
public final class TestKeys {
    private TestKeys() {}

    public static KeyRing fresh() {
        return of(KeyRing.newKey());
    }

    public static KeyRing of(String... keys) {
        return KeyRing.of(
                Optional.of(String.join(",", keys)),
                Home.open(Path.of("target/unit-home").toAbsolutePath().toString()));
    }
}
