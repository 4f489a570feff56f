package org.photobridge.portal.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.engine.BeforeImage;
import org.photobridge.portal.engine.BeforeImagesFull;
import org.photobridge.portal.engine.Intent;
import org.photobridge.portal.platform.Keeping;
import org.photobridge.portal.platform.KeepingRepository;
import org.photobridge.portal.platform.SecretBox;
import org.photobridge.portal.platform.SecretPlace;
import org.photobridge.spi.TargetSnapshot;

/** Keeps the target's pictures as they were before a write: encrypted, for a time, within a size. */
@ApplicationScoped
public class BeforeImageRepository {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private static final String INSERT = """
            insert into before_image (run_id, account_id, target_connection_id, target_key, sealed, size_bytes, taken_at,
              keep_until)
            select :run, :account, :target, :key, :sealed, :size, :now, :until
            where not exists (select 1 from before_image where run_id = :run and account_id = :account)""";

    private record Stored(Map<String, byte[]> files, Map<String, String> values) {}

    /** When a person's previous picture was taken, and until when it is kept. */
    public record Kept(long runId, Instant takenAt, Instant keepUntil) {}

    private final Jdbi jdbi;
    private final SecretBox box;
    private final Clock clock;
    private final KeepingRepository keeping;

    protected BeforeImageRepository() {
        this(null, null, null, null);
    }

    @Inject
    public BeforeImageRepository(Jdbi jdbi, SecretBox box, Clock clock, KeepingRepository keeping) {
        this.jdbi = jdbi;
        this.box = box;
        this.clock = clock;
        this.keeping = keeping;
    }

    /** A shelf for the pictures of one transaction. */
    Shelf shelf(Handle handle) {
        return new Shelf(handle);
    }

    /** Keeps the pictures of one transaction: what is kept already is summed up once for all of them. */
    final class Shelf {
        private final Handle handle;
        private long mostBytes = -1;
        private long used;
        private int days;

        private Shelf(Handle handle) {
            this.handle = handle;
        }

        /** Keeps a picture unless this run has one of that person already: the first one is the true one. */
        void keep(long runId, long targetConnectionId, Intent intent, TargetSnapshot snapshot) {
            byte[] sealed = box.seal(write(snapshot), place(runId, intent.accountId()));
            measure();
            if (used + sealed.length > mostBytes) {
                throw new BeforeImagesFull("The previous pictures would take more than " + (mostBytes >> 20) + " MiB");
            }
            Instant now = clock.instant();
            int added = handle.createUpdate(INSERT)
                    .bind("run", runId)
                    .bind("account", intent.accountId())
                    .bind("target", targetConnectionId)
                    .bind("key", intent.targetKey())
                    .bind("sealed", sealed)
                    .bind("size", sealed.length)
                    .bind("now", now)
                    .bind("until", now.plus(Duration.ofDays(days)))
                    .execute();
            used += (long) added * sealed.length;
        }

        private void measure() {
            if (mostBytes < 0) {
                mostBytes = (long) keeping.of(handle, Keeping.PREVIOUS_PICTURES_SIZE) << 20;
                days = keeping.of(handle, Keeping.PREVIOUS_PICTURES);
                used = BeforeImageRepository.used(handle);
            }
        }
    }

    /** The picture that a run (or, if none is named, the latest one other than who asks) kept of this person. */
    Optional<BeforeImage> find(long targetConnectionId, String accountId, OptionalLong ofRun, long askingRun) {
        String byRun = ofRun.isPresent() ? " and run_id = :run" : " and run_id <> :run";
        return jdbi.withHandle(handle -> {
            return handle.createQuery("select run_id, sealed from before_image where target_connection_id = :target"
                            + " and account_id = :account and keep_until > :now" + byRun
                            + " order by taken_at desc fetch next 1 rows only")
                    .bind("target", targetConnectionId)
                    .bind("account", accountId)
                    .bind("now", clock.instant())
                    .bind("run", ofRun.orElse(askingRun))
                    .map((row, context) -> open(row.getLong(1), accountId, row.getBytes(2)))
                    .findOne();
        });
    }

    /** The previous picture that a run kept of this person, if it still is. */
    public Optional<Kept> kept(long targetConnectionId, String accountId, long runId) {
        return kept(targetConnectionId, accountId).stream()
                .filter(kept -> kept.runId() == runId)
                .findFirst();
    }

    /** What there was before a run; asked for what {@link #kept} has told of, so it's there. */
    public TargetSnapshot snapshot(long targetConnectionId, String accountId, long runId) {
        return find(targetConnectionId, accountId, OptionalLong.of(runId), runId)
                .orElseThrow()
                .snapshot();
    }

    /** All previous pictures that are kept of this person, the latest first. */
    public List<Kept> kept(long targetConnectionId, String accountId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select run_id, taken_at, keep_until from before_image where target_connection_id = :target
                          and account_id = :account and keep_until > :now
                        order by taken_at desc""")
                .bind("target", targetConnectionId)
                .bind("account", accountId)
                .bind("now", clock.instant())
                .map((row, context) -> new Kept(
                        row.getLong(1),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant()))
                .list());
    }

    /** Keeps what is there already as long as what comes now; pages say until when. */
    public void keepAsLongAsNew() {
        jdbi.useHandle(handle -> handle.execute("update before_image set keep_until = taken_at + interval '"
                + keeping.of(Keeping.PREVIOUS_PICTURES) + "' day"));
    }

    /** How many bytes the previous pictures take. */
    public long used() {
        return jdbi.withHandle(BeforeImageRepository::used);
    }

    /** Forgets what has been kept long enough. */
    public int forgetOld() {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from before_image where keep_until <= :now")
                .bind("now", clock.instant())
                .execute());
    }

    private static long used(Handle handle) {
        return handle.createQuery("select coalesce(sum(size_bytes), 0) from before_image")
                .mapTo(Long.class)
                .one();
    }

    private BeforeImage open(long runId, String accountId, byte[] sealed) {
        return new BeforeImage(runId, read(box.open(sealed, place(runId, accountId))));
    }

    private static SecretPlace place(long runId, String accountId) {
        return new SecretPlace("before_image", runId + "/" + accountId, "sealed");
    }

    private static byte[] write(TargetSnapshot snapshot) {
        try {
            return MAPPER.writeValueAsBytes(new Stored(snapshot.files(), snapshot.values()));
        } catch (IOException e) {
            throw new IllegalStateException("A snapshot can't be written", e);
        }
    }

    private static TargetSnapshot read(byte[] plain) {
        try {
            Stored stored = MAPPER.readValue(plain, Stored.class);
            return TargetSnapshot.of(stored.files(), stored.values());
        } catch (IOException e) {
            throw new IllegalStateException("A kept snapshot can't be read", e);
        }
    }
}
