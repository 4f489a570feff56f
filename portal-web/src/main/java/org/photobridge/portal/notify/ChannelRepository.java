package org.photobridge.portal.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.photobridge.portal.platform.Sequences;
import org.photobridge.portal.platform.StorageException;

/** Stores channels; their secrets only sealed. */
@ApplicationScoped
class ChannelRepository {

    /** What is secret of a channel, as it is stored; null where there is none. */
    record Sealed(byte[] address, byte[] secret, String secretFor) {}

    private static final String INSERT = """
            insert into notification_channel (id, version, name, kind, language, enabled, events, host, port, security,
              user_name, sender, recipients, changed_at)
            values (:id, 1, :name, :kind, :language, :enabled, :events, :host, :port, :security, :userName, :sender,
              :recipients, :now)""";

    private static final String UPDATE = """
            update notification_channel set version = version + 1, name = :name, language = :language,
              enabled = :enabled, events = :events, host = :host, port = :port, security = :security,
              user_name = :userName, sender = :sender, recipients = :recipients, changed_at = :now
            where id = :id and version = :version""";

    private final Jdbi jdbi;
    private final Clock clock;

    protected ChannelRepository() {
        this(null, null);
    }

    @Inject
    ChannelRepository(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    List<Channel> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from notification_channel order by name")
                .map((row, context) -> channel(row))
                .list());
    }

    Optional<Channel> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from notification_channel where id = :id")
                .bind("id", id)
                .map((row, context) -> channel(row))
                .findOne());
    }

    long newId() {
        return jdbi.withHandle(handle -> {
            try {
                return Sequences.next(handle.getConnection(), "notification_channel_seq");
            } catch (SQLException e) {
                throw new StorageException("No new id of a channel", e);
            }
        });
    }

    void add(Channel channel) {
        jdbi.useHandle(handle -> bind(handle.createUpdate(INSERT), channel).execute());
    }

    /** @return false if somebody else changed it meanwhile */
    boolean change(Channel channel) {
        return jdbi.withHandle(
                handle -> bind(handle.createUpdate(UPDATE), channel).execute() == 1);
    }

    void delete(long id) {
        jdbi.useHandle(handle -> handle.execute("delete from notification_channel where id = ?", id));
    }

    void keepAddress(long id, byte[] sealed) {
        jdbi.useHandle(handle -> handle.createUpdate("update notification_channel set address = :sealed where id = :id")
                .bind("sealed", sealed)
                .bind("id", id)
                .execute());
    }

    void keepSecret(long id, byte[] sealed, String route) {
        jdbi.useHandle(handle -> handle.createUpdate("update notification_channel set secret = :sealed,"
                        + " secret_for = :route, secret_at = :now where id = :id")
                .bind("sealed", sealed)
                .bind("route", route)
                .bind("now", clock.instant())
                .bind("id", id)
                .execute());
    }

    Sealed sealed(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select address, secret, secret_for from notification_channel where id = :id")
                .bind("id", id)
                .map((row, context) -> new Sealed(row.getBytes(1), row.getBytes(2), row.getString(3)))
                .one());
    }

    private Update bind(Update statement, Channel channel) {
        return statement
                .bind("id", channel.id())
                .bind("version", channel.version())
                .bind("name", channel.name())
                .bind("kind", channel.kind())
                .bind("language", channel.language())
                .bind("enabled", channel.enabled())
                .bind(
                        "events",
                        channel.events().stream().map(EventKind::name).sorted().collect(Collectors.joining(",")))
                .bind("host", channel.host())
                .bind("port", channel.port())
                .bind("security", channel.security())
                .bind("userName", channel.userName())
                .bind("sender", channel.sender())
                .bind("recipients", channel.recipients())
                .bind("now", clock.instant());
    }

    /** A secret that was entered for another server counts as none. */
    private static Channel channel(ResultSet row) throws SQLException {
        Channel plain = new Channel(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("name"),
                ChannelKind.valueOf(row.getString("kind")),
                row.getString("language"),
                row.getBoolean("enabled"),
                events(row.getString("events")),
                row.getString("host"),
                row.getInt("port"),
                MailSecurity.valueOf(row.getString("security")),
                row.getString("user_name"),
                row.getString("sender"),
                row.getString("recipients"),
                secretAt(row));
        boolean fits = plain.route().equals(row.getString("secret_for"));
        return fits ? plain : withoutSecret(plain);
    }

    private static Optional<Instant> secretAt(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("secret_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private static Channel withoutSecret(Channel channel) {
        return new Channel(
                channel.id(),
                channel.version(),
                channel.name(),
                channel.kind(),
                channel.language(),
                channel.enabled(),
                channel.events(),
                channel.host(),
                channel.port(),
                channel.security(),
                channel.userName(),
                channel.sender(),
                channel.recipients(),
                Optional.empty());
    }

    private static Set<EventKind> events(String text) {
        return Arrays.stream(text.split(","))
                .filter(name -> !name.isBlank())
                .map(EventKind::valueOf)
                .collect(Collectors.toSet());
    }
}
