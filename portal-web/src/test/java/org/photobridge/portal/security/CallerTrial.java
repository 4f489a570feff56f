package org.photobridge.portal.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** Makes users and API tokens of any role for tests, which can't reach into the portal; counts recorded refusals. */
@WebServlet(CallerTrial.PATH)
public class CallerTrial extends HttpServlet {
    static final String PATH = "/ArquillianServletRunner/callers";
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Jdbi jdbi;

    @Inject
    private transient Passwords passwords;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        String actor = request.getParameter("refused");
        if (actor == null) {
            jdbi.useTransaction(handle -> make(handle, request));
        } else {
            response.getWriter().print(refusals(actor));
        }
    }

    private long refusals(String actor) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from audit_entry where action = 'access.refused' and actor_name = :actor")
                .bind("actor", actor)
                .mapTo(Long.class)
                .one());
    }

    private void make(Handle handle, HttpServletRequest request) {
        String name = request.getParameter("name");
        String group = request.getParameter("group");
        Long connection = group == null
                ? null
                : handle.createQuery("select min(source_connection_id) from sync_plan")
                        .mapTo(Long.class)
                        .one();
        handle.createUpdate("delete from portal_user where name = :name")
                .bind("name", name)
                .execute();
        handle.createUpdate("delete from api_token where name = :name")
                .bind("name", name)
                .execute();
        String secret = request.getParameter("secret");
        bound(handle.createUpdate(USER), request, connection)
                .bind("hash", passwords.hash(secret.toCharArray()))
                .execute();
        bound(handle.createUpdate(TOKEN), request, connection)
                .bind("prefix", secret.substring(0, ApiTokens.PREFIX))
                .bind("digest", digest(secret))
                .execute();
    }

    private Update bound(Update insert, HttpServletRequest request, Long connection) {
        return insert.bind("name", request.getParameter("name"))
                .bind("roles", request.getParameter("role"))
                .bind("now", clock.instant())
                .bind("connection", connection)
                .bind("group", request.getParameter("group"))
                .bind("groupName", request.getParameter("groupName"));
    }

    private static final String USER = """
            insert into portal_user (id, version, name, password_hash, roles, enabled, created_at, limit_connection_id,
              limit_group_id, limit_group_name)
            values ((select coalesce(max(id), 0) + 100000 from portal_user), 0, :name, :hash, :roles, true, :now,
              :connection, :group, :groupName)""";

    private static final String TOKEN = """
            insert into api_token (id, prefix, digest, name, roles, created_by, created_at, limit_connection_id,
              limit_group_id, limit_group_name)
            values ((select coalesce(max(id), 0) + 100000 from api_token), :prefix, :digest, :name, :roles, 'tests',
              :now, :connection, :group, :groupName)""";

    private static String digest(String token) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
