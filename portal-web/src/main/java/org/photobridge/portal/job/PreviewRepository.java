package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.platform.Contended;
import org.photobridge.portal.security.Sight;

/** Keeps small pictures for lists and person pages: JPEGs of our own making, by connection and person. */
@ApplicationScoped
public class PreviewRepository {

    /** A small picture; the tag changes with its bytes. */
    public record Preview(String etag, byte[] jpeg) {}

    private final Jdbi jdbi;
    private final Clock clock;

    protected PreviewRepository() {
        this(null, null);
    }

    @Inject
    public PreviewRepository(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Keeps a picture, or forgets the one that was kept if there is none any more. */
    public void keep(long connectionId, String accountId, Optional<byte[]> jpeg) {
        Contended.useTransaction(jdbi, handle -> {
            if (jpeg.isEmpty()) {
                forget(handle, connectionId, accountId);
            } else if (write(handle, UPDATE, connectionId, accountId, jpeg.get()) == 0) {
                write(handle, INSERT, connectionId, accountId, jpeg.get());
            }
        });
    }

    public Optional<Preview> find(long connectionId, String accountId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select etag, jpeg from picture_preview where connection_id = :connection and account_id = :id"
                                + inSight())
                .bindMap(Sight.current().values())
                .bind("connection", connectionId)
                .bind("id", accountId)
                .map((row, context) -> new Preview(row.getString(1), row.getBytes(2)))
                .findOne());
    }

    /** The picture may be of either end: a plan says whose people those are. */
    private static String inSight() {
        return Sight.current()
                .and(
                        "and exists (select 1 from sync_plan sight_plan where sight_plan.source_connection_id = :sightConnection"
                                + " and (sight_plan.source_connection_id = picture_preview.connection_id"
                                + " or sight_plan.target_connection_id = picture_preview.connection_id)) and "
                                + Sight.member("picture_preview.account_id"));
    }

    private static final String UPDATE = """
            update picture_preview set made_at = :now, etag = :etag, jpeg = :jpeg
            where connection_id = :connection and account_id = :id""";

    private static final String INSERT = """
            insert into picture_preview (connection_id, account_id, made_at, etag, jpeg)
            select :connection, :id, :now, :etag, :jpeg where not exists (select 1 from picture_preview
              where connection_id = :connection and account_id = :id)""";

    private int write(Handle handle, String sql, long connectionId, String accountId, byte[] jpeg) {
        return handle.createUpdate(sql)
                .bind("connection", connectionId)
                .bind("id", accountId)
                .bind("now", clock.instant())
                .bind("etag", ContentKey.ofBytes(jpeg))
                .bind("jpeg", jpeg)
                .execute();
    }

    private static void forget(Handle handle, long connectionId, String accountId) {
        handle.createUpdate("delete from picture_preview where connection_id = :connection and account_id = :id")
                .bind("connection", connectionId)
                .bind("id", accountId)
                .execute();
    }
}
