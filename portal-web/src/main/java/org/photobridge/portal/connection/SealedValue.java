package org.photobridge.portal.connection;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** One stored secret or certificate of a connection, sealed, with the route that it was entered for. */
@Embeddable
public class SealedValue {
    private byte[] sealed = new byte[0];
    private String route;
    private String shown;

    @Column(name = "set_at")
    private OffsetDateTime setAt;

    /** For JPA only. */
    protected SealedValue() {}

    SealedValue(byte[] sealed, String route, String shown, Instant now) {
        this.sealed = sealed.clone();
        this.route = route;
        this.shown = shown;
        this.setAt = now.atOffset(ZoneOffset.UTC);
    }

    byte[] sealed() {
        return sealed.clone();
    }

    String route() {
        return route;
    }

    /** What may be shown of it: a certificate's subject; of a secret nothing. */
    String shown() {
        return shown;
    }

    Instant setAt() {
        return setAt.toInstant();
    }
}
