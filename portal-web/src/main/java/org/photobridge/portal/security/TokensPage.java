package org.photobridge.portal.security;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The list of API tokens, and the form of a new one. */
@Named
@ViewScoped
public class TokensPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int[] DAYS = {30, 90, 365, 0};

    @Inject
    private ApiTokenService tokens;

    @Inject
    private AccountService accounts;

    @Inject
    private LimitPage limit;

    private String name;
    private String owner;
    private Role role = Role.VIEWER;
    private int days = 90;
    private String shownToken;
    private final FormTroubles troubles = new FormTroubles();

    private transient List<ApiTokenView> rows;

    /** Called before the page is drawn, so that a refusal finds nothing drawn yet. */
    public void load() {
        rows = tokens.list();
    }

    public void create() {
        rows = null;
        if (troubles.attempt(Faces.getLocale(), this::createNow)) {
            Messages.addGlobalInfo("tokens.created", name);
            name = null;
        } else {
            Messages.addGlobalError("tokens.not-created");
        }
    }

    private void createNow() {
        if (limit.isHalfChosen()) {
            throw new RefusedChangeException("limit", "limit.half");
        }
        shownToken = tokens.create(new ApiTokenInput(name == null ? "" : name, getOwner(), role, term(), limit.limit()))
                .reveal();
    }

    private Optional<Duration> term() {
        return days <= 0 ? Optional.empty() : Optional.of(Duration.ofDays(days));
    }

    public void revoke(ApiTokenView token) {
        rows = null;
        if (troubles.attempt(Faces.getLocale(), () -> tokens.revoke(token.id()))) {
            Messages.addGlobalInfo("tokens.revoked.done", token.name());
        }
    }

    public List<ApiTokenView> getRows() {
        if (rows == null) {
            rows = tokens.list();
        }
        return rows;
    }

    public List<String> getOwners() {
        return tokens.owners();
    }

    public List<Role> getRoles() {
        return accounts.grantable();
    }

    /** How long a token may be good, in days; zero is for ever. */
    public int[] getTerms() {
        return DAYS.clone();
    }

    public Map<String, String> getProblems() {
        return troubles.words();
    }

    /** A token that was just made; it is shown until the page is left. */
    public String getShownToken() {
        return shownToken;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getOwner() {
        return owner == null ? Caller.current().actor().name() : owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }
}
