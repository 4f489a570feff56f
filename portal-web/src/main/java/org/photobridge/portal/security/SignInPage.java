package org.photobridge.portal.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.photobridge.portal.audit.Actor;

/** The sign-in page, and the way out. */
@Named
@RequestScoped
public class SignInPage {
    private static final Set<String> TROUBLES = Set.of("failed", "no-role", "no-limit", "too-many-groups", "disabled");

    @Inject
    private SecurityContext security;

    @Inject
    private SignInService signIn;

    @Inject
    private Clock clock;

    @Inject
    private OpenIdProvider openId;

    private String name;
    private String password;

    public void signIn() throws IOException {
        if (authenticate() == AuthenticationStatus.SUCCESS) {
            goOn();
            return;
        }
        signIn.refused(name);
        Duration wait = signIn.mustWait();
        if (wait.isZero()) {
            Messages.addGlobalError("signin.refused");
        } else {
            Messages.addGlobalWarn("signin.wait", wait.toSeconds() + 1);
        }
    }

    public void signOut() throws IOException, ServletException {
        signIn.signedOut(Caller.current().actor().name());
        String next = OpenIdReturn.out(Faces.getRequest(), openId);
        Faces.getRequest().logout();
        Faces.invalidateSession();
        Faces.getExternalContext().redirect(next);
    }

    private AuthenticationStatus authenticate() {
        return security.authenticate(
                Faces.getRequest(),
                Faces.getResponse(),
                AuthenticationParameters.withParams()
                        .credential(new UsernamePasswordCredential(name, password))
                        .newAuthentication(true));
    }

    /** A new session id: one that was known before the sign-in is worth nothing after it. */
    private void goOn() throws IOException {
        Faces.getRequest().changeSessionId();
        String user = security.getCallerPrincipal().getName();
        signIn.wasNoGuess();
        Caller caller = new Caller(Actor.user(user), Set.of(), Caller.current().address());
        caller.as(() -> signIn.signedIn(user, "password"));
        PortalVisit.begin(Faces.getRequest().getSession(), Moment.of(clock));
        Faces.redirect(Faces.getRequestContextPath() + Paths.safeTarget(Faces.getRequestParameter("from")));
    }

    /** What the button for the OpenID provider says; null if there is none. */
    public String getExternal() {
        return openId.settings().map(OpenIdSettings::name).orElse(null);
    }

    /** What became of a try with the OpenID provider, told only in words of ours. */
    public String getExternalTrouble() {
        String trouble = Faces.getRequestParameter("external");
        return trouble == null || getExternal() == null || !TROUBLES.contains(trouble) ? null : trouble;
    }

    public String getReference() {
        String reference = Faces.getRequestParameter("ref");
        return reference != null && reference.matches("[0-9a-f]{1,40}") ? reference : "";
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
