package org.photobridge.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Stores tries to sign in by a digest of the address they came from, for all nodes. */
@ApplicationScoped
class SignInAddressRepository {
    /** Tries since the window of time began. */
    record Window(Instant beganAt, int tries) {}

    private final Jdbi jdbi;

    /** For the container's proxy only. */
    protected SignInAddressRepository() {
        this(null);
    }

    @Inject
    SignInAddressRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<Window> find(String address) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select window_began_at, tries from sign_in_address where address_digest = :digest")
                .bind("digest", digest(address))
                .map((row, context) ->
                        new Window(row.getObject(1, OffsetDateTime.class).toInstant(), row.getInt(2)))
                .findOne());
    }

    void store(String address, Window window) {
        jdbi.useHandle(handle -> {
            String set = "update sign_in_address set window_began_at = :began, tries = :tries"
                    + " where address_digest = :digest";
            if (write(handle, set, address, window) == 0) {
                String insert = "insert into sign_in_address (address_digest, window_began_at, tries)"
                        + " values (:digest, :began, :tries)";
                write(handle, insert, address, window);
            }
        });
    }

    void forgetBefore(Instant moment) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from sign_in_address where window_began_at < :moment")
                .bind("moment", moment.atOffset(ZoneOffset.UTC))
                .execute());
    }

    private static int write(Handle handle, String sql, String address, Window window) {
        return handle.createUpdate(sql)
                .bind("digest", digest(address))
                .bind("began", window.beganAt().atOffset(ZoneOffset.UTC))
                .bind("tries", window.tries())
                .execute();
    }

    private static String digest(String address) {
        try {
            byte[] bytes = address.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
