package org.photobridge.portal.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import org.omnifaces.util.Faces;

/** What pages show of the signed-in user, and which buttons they draw; the services check again. */
@Named("caller")
@RequestScoped
public class CallerPage {
    public String getName() {
        return Caller.current().actor().name();
    }

    public boolean isSignedIn() {
        return !Caller.current().roles().isEmpty();
    }

    public boolean isViewer() {
        return Caller.current().may(Role.VIEWER);
    }

    public boolean isOperator() {
        return Caller.current().may(Role.OPERATOR);
    }

    public boolean isAdmin() {
        return Caller.current().may(Role.ADMIN);
    }

    public boolean isProviderAdmin() {
        return Caller.current().may(Role.PROVIDER_ADMIN);
    }

    /** Tells programs, too, that this is a refusal and no defect. Scripts of a page want their answer in the page. */
    public void refuse() {
        if (!Faces.isAjaxRequest()) {
            Faces.setResponseStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
