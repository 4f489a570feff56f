package org.photobridge.portal.connection;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.photobridge.spi.Secret;

/** The form of one app registration. */
@Named
@ViewScoped
public class RegistrationPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private RegistrationService registrations;

    private Long id;
    private long version;
    private String name;
    private String tenantId;
    private String clientId;
    private String cloud = Cloud.GLOBAL.value();
    private String loginUrl;
    private String clientSecret;
    private boolean forgetSecret;
    private final Map<String, String> problems = new HashMap<>();

    private transient RegistrationView view;

    /** Called before the page is drawn the first time. */
    public void load() throws IOException {
        if (id == null) {
            return;
        }
        Optional<RegistrationView> found = registrations.find(id);
        if (found.isEmpty()) {
            Faces.responseSendError(404, "");
            return;
        }
        view = found.get();
        version = view.version();
        name = view.name();
        tenantId = view.tenantId();
        clientId = view.clientId();
        cloud = view.cloud();
        loginUrl = view.loginUrl();
    }

    public void save() throws IOException {
        problems.clear();
        Saved saved = registrations.save(input());
        if (saved.isDone()) {
            Messages.addFlashGlobalInfo("registration.saved", name);
            Faces.redirect("registration.xhtml?id=%s", saved.id());
            return;
        }
        saved.problems()
                .forEach(problem -> problems.put(problem.field(), problem.text().get(Faces.getLocale())));
        Messages.addGlobalError("connection.not-saved", problems.size());
    }

    public void delete() throws IOException {
        Saved deleted = registrations.delete(id);
        if (deleted.isDone()) {
            Messages.addFlashGlobalInfo("registration.deleted", name);
            Faces.redirect("connections.xhtml");
        } else {
            Messages.addGlobalError(deleted.problems().get(0).text().get(Faces.getLocale()));
        }
    }

    private RegistrationInput input() {
        return new RegistrationInput(
                id == null ? OptionalLong.empty() : OptionalLong.of(id),
                version,
                text(name),
                text(tenantId),
                text(clientId),
                text(cloud),
                cloud.equals(Cloud.CUSTOM.value()) ? text(loginUrl) : "",
                Secret.of(text(clientSecret)),
                forgetSecret);
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    /** The stored registration, read anew; null for a new one. */
    public RegistrationView getView() {
        if (view == null && id != null) {
            view = registrations.find(id).orElse(null);
        }
        return view;
    }

    /** The clouds to choose from; one of one's own only where the operator allows it. */
    public List<Cloud> getClouds() {
        return registrations.isCustomAllowed() || cloud.equals(Cloud.CUSTOM.value())
                ? List.of(Cloud.values())
                : List.of(Cloud.GLOBAL, Cloud.US_GOV, Cloud.DOD, Cloud.CHINA);
    }

    public boolean isCustom() {
        return Cloud.CUSTOM.value().equals(cloud);
    }

    public Map<String, String> getProblems() {
        return problems;
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

    public String getTenantId() {
        return tenantId;
    }

    public void setTenantId(String tenantId) {
        this.tenantId = tenantId;
    }

    public String getClientId() {
        return clientId;
    }

    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    public String getCloud() {
        return cloud;
    }

    public void setCloud(String cloud) {
        this.cloud = cloud;
    }

    public String getLoginUrl() {
        return loginUrl;
    }

    public void setLoginUrl(String loginUrl) {
        this.loginUrl = loginUrl;
    }

    public String getClientSecret() {
        return clientSecret;
    }

    public void setClientSecret(String clientSecret) {
        this.clientSecret = clientSecret;
    }

    public boolean isForgetSecret() {
        return forgetSecret;
    }

    public void setForgetSecret(boolean forgetSecret) {
        this.forgetSecret = forgetSecret;
    }
}
