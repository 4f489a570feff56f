package org.photobridge.portal.boot;

import java.util.Optional;

/** Which Photobridge this jar is. */
final class Version {
    private Version() {}

    static String ofThisJar() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("unknown");
    }
}
