package org.photobridge.portal.operations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.omnifaces.util.Faces;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;

/** Hands out the support bundle. */
@Named
@RequestScoped
public class SupportPage {
    @Inject
    private SupportService support;

    /** Before the page is shown. */
    public void open() {
        Access.requireUnlimited(Role.ADMIN);
    }

    public void download() throws IOException {
        Faces.sendFile(support.bundle(), "photobridge-support.zip", true);
    }
}
