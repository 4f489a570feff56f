package org.photobridge.portal.account;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/** Lets a day pass since a person's picture was first found missing: browser tests can't wait for that. */
@WebServlet(AbsenceTrial.PATH)
public class AbsenceTrial extends HttpServlet {
    static final String PATH = "/ArquillianServletRunner/absence";
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Jdbi jdbi;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int people = jdbi.withHandle(handle -> handle.createUpdate(
                        "update photo_state set first_absent_at = :day where account_id = :id and absences_seen > 0")
                .bind("day", clock.instant().minus(Duration.ofHours(25)))
                .bind("id", request.getParameter("person"))
                .execute());
        response.setContentType("text/plain");
        response.getWriter().print(people);
    }
}
