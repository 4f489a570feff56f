package org.photobridge.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.platform.Contended;

/** Stores failed tries to sign in, for all nodes, by a digest of the name that was typed. */
@ApplicationScoped
class SignInDelayRepository {
    private static final String PREPARE = """
            insert into sign_in_delay (name_digest, failures, blocked_until)
            select :digest, 0, :now where not exists (select 1 from sign_in_delay where name_digest = :digest)""";
    private static final String COUNT = """
            update sign_in_delay set failures = failures + 1
            where name_digest = :digest and blocked_until <= :now""";

    private final Jdbi jdbi;

    /** For the container's proxy only. */
    protected SignInDelayRepository() {
        this(null);
    }

    @Inject
    SignInDelayRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Counts a try unless the name has to wait, in one step: of tries at the same time none is lost, and each finds what
     * those before it have left.
     *
     * @param waitAfter how long the name has to wait after so many
     * @return until when it has to wait instead; empty if the try was counted
     */
    Optional<Instant> count(String name, Instant now, IntFunction<Duration> waitAfter) {
        String digest = digest(name);
        return Contended.inTransaction(jdbi, handle -> {
            execute(handle, PREPARE, digest, now);
            if (execute(handle, COUNT, digest, now) == 0) {
                return blockedUntil(handle, digest);
            }
            String block = "update sign_in_delay set blocked_until = :now where name_digest = :digest";
            execute(handle, block, digest, now.plus(waitAfter.apply(failures(handle, digest))));
            return Optional.empty();
        });
    }

    void clear(String name) {
        jdbi.useHandle(handle -> handle.execute("delete from sign_in_delay where name_digest = ?", digest(name)));
    }

    private static int failures(Handle handle, String digest) {
        return handle.createQuery("select failures from sign_in_delay where name_digest = :digest")
                .bind("digest", digest)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    private static Optional<Instant> blockedUntil(Handle handle, String digest) {
        return handle.createQuery("select blocked_until from sign_in_delay where name_digest = :digest")
                .bind("digest", digest)
                .map((row, context) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .findOne();
    }

    private static int execute(Handle handle, String sql, String digest, Instant moment) {
        return handle.createUpdate(sql)
                .bind("digest", digest)
                .bind("now", moment.atOffset(ZoneOffset.UTC))
                .execute();
    }

    static String digest(String name) {
        try {
            byte[] bytes = PortalUserRepository.canonical(name).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
