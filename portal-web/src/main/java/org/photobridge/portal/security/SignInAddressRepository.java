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
import org.photobridge.portal.platform.Contended;

/** Stores tries to sign in by a digest of the address they came from, for all nodes. */
@ApplicationScoped
class SignInAddressRepository {
    private static final String PREPARE = """
            insert into sign_in_address (address_digest, window_began_at, tries)
            select :digest, :now, 0 where not exists (select 1 from sign_in_address where address_digest = :digest)""";
    private static final String BEGIN = """
            update sign_in_address set window_began_at = :now, tries = 0
            where address_digest = :digest and window_began_at <= :over""";
    private static final String COUNT = """
            update sign_in_address set tries = tries + 1
            where address_digest = :digest and tries < :most""";

    private final Jdbi jdbi;

    /** For the container's proxy only. */
    protected SignInAddressRepository() {
        this(null);
    }

    @Inject
    SignInAddressRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Counts a try unless there were too many, in one step: of tries at the same time none is lost.
     *
     * @param over a window of time that began then is over
     * @return when the window began that has no room left; empty if the try was counted
     */
    Optional<Instant> count(String address, Instant now, Instant over, int most) {
        String digest = digest(address);
        return Contended.inTransaction(jdbi, handle -> {
            execute(handle, PREPARE, digest, now);
            handle.createUpdate(BEGIN)
                    .bind("digest", digest)
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .bind("over", over.atOffset(ZoneOffset.UTC))
                    .execute();
            int counted = handle.createUpdate(COUNT)
                    .bind("digest", digest)
                    .bind("most", most)
                    .execute();
            return counted == 0 ? beganAt(handle, digest) : Optional.empty();
        });
    }

    /** Counts one try less. */
    void takeBack(String address) {
        jdbi.useHandle(handle -> handle.execute(
                "update sign_in_address set tries = tries - 1 where address_digest = ? and tries > 0",
                digest(address)));
    }

    void forgetBefore(Instant moment) {
        Contended.useTransaction(
                jdbi,
                handle -> handle.createUpdate("delete from sign_in_address where window_began_at < :moment")
                        .bind("moment", moment.atOffset(ZoneOffset.UTC))
                        .execute());
    }

    private static Optional<Instant> beganAt(Handle handle, String digest) {
        return handle.createQuery("select window_began_at from sign_in_address where address_digest = :digest")
                .bind("digest", digest)
                .map((row, context) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .findOne();
    }

    private static int execute(Handle handle, String sql, String digest, Instant now) {
        return handle.createUpdate(sql)
                .bind("digest", digest)
                .bind("now", now.atOffset(ZoneOffset.UTC))
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
