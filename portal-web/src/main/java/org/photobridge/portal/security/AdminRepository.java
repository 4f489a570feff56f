package org.photobridge.portal.security;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToCreateStatementException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.photobridge.portal.platform.RefusedStartException;
import org.photobridge.portal.platform.Sequences;
import org.photobridge.portal.platform.StorageException;

/** Resets one account in the database, outside of a server. */
final class AdminRepository {
    private static final String RESET = """
            update portal_user set password_hash = :hash, roles = :roles, enabled = true, must_change_password = true,
                sessions_valid_from = :now, identity_provider = null, external_subject = null,
                withdrawn_at = null, limit_connection_id = null, limit_group_id = null, limit_group_name = null,
                version = version + 1
            where name = :name""";
    private static final String CREATE = """
            insert into portal_user (id, version, name, password_hash, roles, enabled, must_change_password,
                sessions_valid_from, created_at)
            values (:id, 1, :name, :hash, :roles, true, true, :now, :now)""";

    private final Jdbi jdbi;

    AdminRepository(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** @param then what belongs to the same transaction; told whether the account was made */
    void reset(String name, String hash, Set<Role> roles, Instant now, BiConsumer<Handle, Boolean> then) {
        try {
            jdbi.useTransaction(handle -> {
                boolean made = write(handle, RESET, name, hash, roles, now) == 0;
                if (made) {
                    write(handle, CREATE, name, hash, roles, now);
                }
                handle.execute("delete from sign_in_delay where name_digest = ?", SignInDelayRepository.digest(name));
                then.accept(handle, made);
            });
        } catch (ConnectionException e) {
            throw new RefusedStartException(
                    "The database can't be opened: " + e.getCause().getMessage(), e);
        } catch (UnableToCreateStatementException | UnableToExecuteStatementException e) {
            throw new RefusedStartException(
                    "The database has no accounts as this version keeps them. Start this version of Photobridge once,"
                            + " then try again. (" + e.getCause().getMessage() + ")",
                    e);
        }
    }

    private static int write(Handle handle, String sql, String name, String hash, Set<Role> roles, Instant now) {
        var statement = handle.createUpdate(sql)
                .bind("name", name)
                .bind("hash", hash)
                .bind("roles", Role.toText(roles))
                .bind("now", now.atOffset(ZoneOffset.UTC));
        return sql.equals(CREATE) ? statement.bind("id", nextId(handle)).execute() : statement.execute();
    }

    private static long nextId(Handle handle) {
        try {
            return Sequences.next(handle.getConnection(), "portal_user_seq");
        } catch (SQLException e) {
            throw new StorageException("A user's id can't be made", e);
        }
    }
}
