package org.photobridge.portal.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Everybody's own account: another password, an end to other sessions. */
@Named
@RequestScoped
public class OwnAccountPage {
    @Inject
    private OwnAccountService account;

    private String present;
    private String chosen;
    private String again;
    private UserView me;
    private final FormTroubles troubles = new FormTroubles();

    public void changePassword() {
        if (troubles.attempt(Faces.getLocale(), this::changeNow)) {
            Messages.addGlobalInfo("password.changed");
        }
    }

    /** In place of a first password; then the portal is open. */
    public void replaceFirstPassword() throws IOException {
        if (troubles.attempt(Faces.getLocale(), this::changeNow)) {
            Messages.addFlashGlobalInfo("password.changed");
            Faces.redirect("index.xhtml");
        }
    }

    public void endOtherSessions() {
        stay(account.endOtherSessions());
        Messages.addGlobalInfo("myaccount.sessions.done");
    }

    private void changeNow() {
        stay(account.changePassword(text(present), text(chosen), text(again)));
    }

    /** This session goes on, under a new id. */
    private static void stay(Instant validFrom) {
        Faces.getRequest().changeSessionId();
        PortalVisit.begin(Faces.getRequest().getSession(), validFrom);
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    public UserView getMe() {
        if (me == null) {
            me = account.me();
        }
        return me;
    }

    public Map<String, String> getProblems() {
        return troubles.words();
    }

    public String getPresent() {
        return present;
    }

    public void setPresent(String present) {
        this.present = present;
    }

    public String getChosen() {
        return chosen;
    }

    public void setChosen(String chosen) {
        this.chosen = chosen;
    }

    public String getAgain() {
        return again;
    }

    public void setAgain(String again) {
        this.again = again;
    }
}
