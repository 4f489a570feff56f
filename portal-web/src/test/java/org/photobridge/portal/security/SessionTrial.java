package org.photobridge.portal.security;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;

/** Lets a session of a test grow old at once: since it was signed in to, and since it was used last. */
@WebServlet(SessionTrial.PATH)
public class SessionTrial extends HttpServlet {
    static final String PATH = "/ArquillianServletRunner/session";
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        age(session, "photobridge.signed-in-at", request.getParameter("signedIn"));
        age(session, "photobridge.last-used-at", request.getParameter("used"));
    }

    private static void age(HttpSession session, String attribute, String by) {
        Instant was = (Instant) session.getAttribute(attribute);
        session.setAttribute(attribute, was.minus(Duration.parse(by)));
    }
}
