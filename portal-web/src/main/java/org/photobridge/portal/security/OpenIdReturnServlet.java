package org.photobridge.portal.security;

import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import org.photobridge.portal.audit.Actor;

/** Takes the OpenID provider's answer and signs in whom it vouches for. */
@WebServlet(Paths.OPENID_RETURN)
public class OpenIdReturnServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(OpenIdReturnServlet.class.getName());

    @Inject
    private transient OpenIdProvider provider;

    @Inject
    private transient AdmissionService admission;

    @Inject
    private transient SignInService signIn;

    @Inject
    private transient SecurityContext security;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (provider.settings().isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            response.sendRedirect(answer(request, response, provider.settings().get()));
        } catch (OpenIdRefusedException e) {
            LOG.log(Level.WARNING, "Somebody couldn''t sign in: {0}", e.getMessage());
            signIn.refused("(OpenID)");
            response.sendRedirect(OpenIdReturn.trouble(request, OpenIdReturn.FAILED));
        }
    }

    /** Where the browser goes next. */
    private String answer(HttpServletRequest request, HttpServletResponse response, OpenIdSettings settings)
            throws OpenIdRefusedException {
        OpenIdAttempt attempt = OpenIdReturn.recall(request)
                .orElseThrow(() -> new OpenIdRefusedException("The answer belongs to no attempt of this browser."));
        String code = request.getParameter("code");
        if (code == null) {
            throw new OpenIdRefusedException("The provider sent no code.");
        }
        URI redirect = OpenIdReturn.redirect(request, settings);
        OpenIdPerson person = provider.person(attempt, code, redirect);
        Admission admitted = admission.admit(person, settings);
        if (admitted.credential().isEmpty()) {
            request.getSession().invalidate();
            return OpenIdReturn.trouble(request, admitted.verdict().word());
        }
        signIn(request, response, admitted.credential().get(), settings);
        OpenIdReturn.remember(request.getSession(), person);
        return request.getContextPath() + attempt.from();
    }

    private void signIn(
            HttpServletRequest request, HttpServletResponse response, ProvenCredential proven, OpenIdSettings settings)
            throws OpenIdRefusedException {
        AuthenticationStatus status = security.authenticate(
                request,
                response,
                AuthenticationParameters.withParams().credential(proven).newAuthentication(true));
        if (status != AuthenticationStatus.SUCCESS) {
            throw new OpenIdRefusedException("The server refused " + proven.name());
        }
        request.changeSessionId();
        new Caller(Actor.user(proven.name()), Set.of(), Caller.current().address())
                .as(() -> signIn.signedIn(proven.name(), "OpenID: " + settings.issuer()));
        PortalVisit.begin(request.getSession(), Moment.of(clock));
    }
}
