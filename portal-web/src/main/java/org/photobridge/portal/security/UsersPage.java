package org.photobridge.portal.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The list of accounts. */
@Named
@RequestScoped
public class UsersPage {
    @Inject
    private AccountService accounts;

    private List<UserView> rows;

    /** Called before the page is drawn, so that a refusal finds nothing drawn yet. */
    public void load() {
        rows = accounts.list();
    }

    public List<UserView> getRows() {
        return rows;
    }
}
