package org.photobridge.portal.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.photobridge.portal.platform.Sequences;
import org.photobridge.portal.platform.StorageException;

/** Stores messages until they are handed over, and after that so that none is sent for the same cause again. */
@ApplicationScoped
class OutboxRepository {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String INSERT = """
            insert into notification (id, channel_id, cause, kind, title, body, page, facts, state, created_at, attempts,
              due_at)
            select :id, :channel, :cause, :kind, :title, :body, :page, :facts, 'WAITING', :now, 0, :now
            where not exists (select 1 from notification where cause = :cause and channel_id = :channel)""";

    private static final String SELECT = """
            select n.id, n.channel_id, c.name as channel_name, n.kind, n.title, n.body, n.page, n.facts, n.state,
              n.created_at, n.attempts, n.due_at, n.sent_at, coalesce(n.error_code, '') as error_code,
              coalesce(n.error, '') as error
            from notification n join notification_channel c on c.id = n.channel_id""";

    private final Jdbi jdbi;
    private final Clock clock;

    protected OutboxRepository() {
        this(null, null);
    }

    @Inject
    OutboxRepository(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    boolean knows(String cause, long channel) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select 1 from notification where cause = :cause and channel_id = :channel")
                .bind("cause", cause)
                .bind("channel", channel)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    /** In the caller's transaction; nothing if the channel was told of the cause before. */
    void add(Channel channel, Cause cause, Cause.Wording wording) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("id", nextId(handle))
                .bind("channel", channel.id())
                .bind("cause", cause.key())
                .bind("kind", cause.kind())
                .bind("title", cut(Cause.Wording.oneLine(wording.title()), 300))
                .bind("body", cut(wording.text(), 4000))
                .bind("page", cut(cause.page(), 500))
                .bind("facts", json(cause.facts()))
                .bind("now", clock.instant())
                .execute());
    }

    /** What is to be sent now, the oldest first. */
    List<Delivery> due(int most) {
        return query(SELECT + " where n.state = 'WAITING' and n.due_at <= :now and c.enabled order by n.id", most);
    }

    /** The latest, the newest first. */
    List<Delivery> latest(int most) {
        return query(SELECT + " where n.created_at <= :now order by n.created_at desc, n.id desc", most);
    }

    Optional<Delivery> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " where n.id = :id")
                .bind("id", id)
                .map(ConstructorMapper.of(Delivery.class))
                .findOne());
    }

    void sent(long id) {
        jdbi.useHandle(handle -> handle.createUpdate("update notification set state = 'SENT', sent_at = :now,"
                        + " attempts = attempts + 1, error_code = null, error = null where id = :id")
                .bind("now", clock.instant())
                .bind("id", id)
                .execute());
    }

    /** @param next when to try again; empty to give it up */
    void failed(long id, NotDelivered why, Optional<Instant> next) {
        jdbi.useHandle(handle -> handle.createUpdate("update notification set state = :state, attempts = attempts + 1,"
                        + " due_at = coalesce(:next, due_at), error_code = :code, error = :error where id = :id")
                .bind("state", next.isPresent() ? Delivery.State.WAITING : Delivery.State.GIVEN_UP)
                .bind("next", next)
                .bind("code", why.code())
                .bind("error", cut(Cause.Wording.oneLine(String.valueOf(why.getMessage())), 500))
                .bind("id", id)
                .execute());
    }

    /** Tries one again that isn't sent yet. */
    boolean again(long id) {
        return jdbi.withHandle(handle -> handle.createUpdate("update notification set state = 'WAITING', attempts = 0,"
                                + " due_at = :now where id = :id and state <> 'SENT'")
                        .bind("now", clock.instant())
                        .bind("id", id)
                        .execute()
                == 1);
    }

    /** @return how many were forgotten */
    int forget(Instant before) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from notification where created_at < :before")
                .bind("before", before)
                .execute());
    }

    static Map<String, String> facts(Delivery delivery) {
        try {
            return Map.copyOf(JSON.readValue(
                    delivery.facts(), new com.fasterxml.jackson.core.type.TypeReference<Map<String, String>>() {}));
        } catch (JsonProcessingException e) {
            throw new StorageException("The facts of message " + delivery.id() + " can't be read", e);
        }
    }

    private List<Delivery> query(String sql, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(sql + " fetch next :most rows only")
                .bind("now", clock.instant())
                .bind("most", most)
                .map(ConstructorMapper.of(Delivery.class))
                .list());
    }

    private static long nextId(Handle handle) {
        try {
            return Sequences.next(handle.getConnection(), "notification_seq");
        } catch (SQLException e) {
            throw new StorageException("No new id of a message", e);
        }
    }

    private static String json(Map<String, String> facts) {
        try {
            return JSON.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can always be written as JSON", e);
        }
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
