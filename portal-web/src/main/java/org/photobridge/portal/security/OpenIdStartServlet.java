package org.photobridge.portal.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Sends a browser to the OpenID provider. */
@WebServlet(Paths.OPENID_START)
public class OpenIdStartServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(OpenIdStartServlet.class.getName());

    @Inject
    private transient OpenIdProvider provider;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (provider.settings().isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            OpenIdAttempt attempt = provider.attempt(Paths.safeTarget(request.getParameter("from")));
            String address = provider.address(
                            attempt,
                            OpenIdReturn.redirect(request, provider.settings().get()))
                    .toString();
            OpenIdReturn.remember(request, attempt);
            response.sendRedirect(address);
        } catch (OpenIdRefusedException e) {
            LOG.log(Level.WARNING, e.getMessage());
            response.sendRedirect(OpenIdReturn.trouble(request, OpenIdReturn.FAILED));
        }
    }
}
