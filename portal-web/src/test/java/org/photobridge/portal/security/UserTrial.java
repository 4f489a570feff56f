package org.photobridge.portal.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** Makes a user of one role, with the first admin's password, for browser tests, which can't reach into the portal. */
@WebServlet(UserTrial.PATH)
public class UserTrial extends HttpServlet {
    static final String PATH = "/ArquillianServletRunner/users";
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Jdbi jdbi;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Role role = Role.valueOf(request.getParameter("role"));
        String name = "trial-" + role.name().toLowerCase(java.util.Locale.ROOT);
        int made = jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into portal_user (id, version, name, password_hash, roles, enabled, created_at)
                        select :id, 0, :name, password_hash, :role, true, :now from portal_user
                        where name = 'admin' and not exists (select 1 from portal_user where id = :id)""")
                .bind("id", -1L - role.ordinal())
                .bind("name", name)
                .bind("role", role.name())
                .bind("now", clock.instant())
                .execute());
        response.setContentType("text/plain");
        response.getWriter().print(made >= 0 ? name : "");
    }
}
