package org.photobridge.portal.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Remembers what was last seen of something, and since when. */
@ApplicationScoped
class MarkRepository {

    /** What was seen, first at that time. */
    public record Mark(String mark, Instant changedAt) {}

    private final Jdbi jdbi;
    private final Clock clock;

    protected MarkRepository() {
        this(null, null);
    }

    @Inject
    MarkRepository(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    Optional<Mark> find(String name) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select mark, changed_at from notification_mark where name = :name")
                .bind("name", name)
                .map((row, context) -> new Mark(
                        row.getString(1),
                        row.getObject(2, java.time.OffsetDateTime.class).toInstant()))
                .findOne());
    }

    void put(String name, String mark) {
        jdbi.useHandle(handle -> {
            int changed = handle.execute(
                    "update notification_mark set mark = ?, changed_at = ? where name = ?",
                    mark,
                    clock.instant(),
                    name);
            if (changed == 0) {
                handle.execute(
                        "insert into notification_mark (mark, changed_at, name) values (?, ?, ?)",
                        mark,
                        clock.instant(),
                        name);
            }
        });
    }
}
