package org.photobridge.portal.security;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.photobridge.spi.Secret;

/** The form of one account. */
@Named
@ViewScoped
public class UserPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private AccountService accounts;

    @Inject
    private LimitPage limit;

    private Long id;
    private String name;
    private String displayName;
    private Role role = Role.VIEWER;
    private String shownPassword;
    private final FormTroubles troubles = new FormTroubles();

    private transient UserView view;

    /** Called before the page is drawn the first time. */
    public void load() throws IOException {
        if (id == null) {
            accounts.grantable();
            return;
        }
        Optional<UserView> found = accounts.find(id);
        if (found.isEmpty()) {
            Faces.responseSendError(404, "");
            return;
        }
        view = found.get();
        name = view.name();
        displayName = view.displayName();
        role = view.role();
        limit.use(view.limit());
    }

    public void save() {
        if (!attempt(id == null ? this::create : this::change)) {
            Messages.addGlobalError("users.not-saved");
        }
    }

    private void create() {
        Secret password = accounts.create(input());
        shownPassword = password.reveal();
        id = accounts.list().stream()
                .filter(user -> user.name().equals(PortalUserRepository.canonical(name)))
                .findFirst()
                .orElseThrow()
                .id();
        Messages.addGlobalInfo("users.created", name);
    }

    private void change() {
        accounts.change(id, input());
        Messages.addGlobalInfo("users.saved", name);
    }

    public void enable() {
        act(() -> accounts.enable(id, true), "users.enabled.done");
    }

    public void disable() {
        act(() -> accounts.enable(id, false), "users.disabled.done");
    }

    public void endSessions() {
        act(() -> accounts.endSessions(id), "users.sessions.done");
    }

    public void resetPassword() {
        act(() -> shownPassword = accounts.resetPassword(id).reveal(), "users.reset.done");
    }

    private void act(Runnable work, String done) {
        if (attempt(work)) {
            Messages.addGlobalInfo(done, name);
        } else {
            troubles.words().values().forEach(Messages::addGlobalError);
        }
    }

    private boolean attempt(Runnable work) {
        view = null;
        return troubles.attempt(Faces.getLocale(), work);
    }

    private UserInput input() {
        if (limit.isHalfChosen()) {
            throw new RefusedChangeException("limit", "limit.half");
        }
        return new UserInput(text(name), text(displayName), role, limit.limit());
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    /** The account as stored, read anew; null for a new one. */
    public UserView getView() {
        if (view == null && id != null) {
            view = accounts.find(id).orElse(null);
        }
        return view;
    }

    /** Roles to choose from: those the caller may give, and the one that the account has. */
    public List<Role> getRoles() {
        return accounts.grantable();
    }

    public Map<String, String> getProblems() {
        return troubles.words();
    }

    /** A password that was just made; it is shown until the page is left. */
    public String getShownPassword() {
        return shownPassword;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }
}
