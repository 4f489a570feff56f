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
import org.photobridge.portal.connection.ConnectionInput.Confidential;
import org.photobridge.portal.provider.ProviderRole;
import org.photobridge.spi.ClientCertificate;
import org.photobridge.spi.EndFactory;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.Secret;

/** The form of one connection. */
@Named
@ViewScoped
public class ConnectionPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private ConnectionService connections;

    @Inject
    private RegistrationService registrations;

    private Long id;
    private long version;
    private String provider;
    private ProviderRole role;
    private String name;
    private Long registration;
    private String proxy = "";
    private String extraCa = "";
    private String confirmedSecret;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Boolean> flags = new HashMap<>();
    private final Map<String, String> secrets = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();

    private transient List<FormGroup> groups;
    private transient List<RegistrationView> choices;
    private transient ConnectionView view;

    /** Called before the page is drawn the first time. */
    public void load() throws IOException {
        if (id != null) {
            Optional<ConnectionView> found = connections.find(id);
            if (found.isEmpty()) {
                Faces.responseSendError(404, "");
                return;
            }
            fill(found.get());
        }
        if (factory().isEmpty() && id == null) {
            Faces.responseSendError(404, "");
            return;
        }
        preset();
    }

    private void fill(ConnectionView found) {
        version = found.version();
        provider = found.providerId();
        role = found.role();
        name = found.name();
        registration = found.registration().isPresent() ? found.registration().getAsLong() : null;
        proxy = found.network().proxy();
        extraCa = found.network().extraCa();
        values.putAll(found.values());
    }

    /** Fields begin with what an empty one would mean; with one app registration there is nothing to choose. */
    private void preset() {
        factory()
                .ifPresent(known -> known.configSchema().properties().forEach(property -> {
                    property.defaultValue().ifPresent(value -> values.putIfAbsent(property.name(), value));
                    flags.put(property.name(), Boolean.parseBoolean(values.get(property.name())));
                }));
        if (id == null && getChoices().size() == 1) {
            registration = getChoices().get(0).id();
        }
    }

    public void save() throws IOException {
        problems.clear();
        Optional<ConnectionInput> input = input();
        if (input.isEmpty()) {
            notSaved();
            return;
        }
        Saved saved = connections.save(input.get());
        if (saved.isDone()) {
            Messages.addFlashGlobalInfo("connection.saved", name);
            Faces.redirect("connection.xhtml?id=%s", saved.id());
        } else {
            saved.problems()
                    .forEach(problem -> problems.merge(
                            problem.field(), problem.text().get(Faces.getLocale()), (one, other) -> one + " " + other));
            notSaved();
        }
    }

    public void delete() throws IOException {
        Saved deleted = connections.delete(id);
        if (deleted.isDone()) {
            Messages.addFlashGlobalInfo("connection.deleted", name);
            Faces.redirect("connections.xhtml");
        } else {
            Messages.addGlobalError(deleted.problems().get(0).text().get(Faces.getLocale()));
        }
    }

    /** A choice changed that other fields depend on. */
    public void redraw() {
        groups = null;
    }

    private void notSaved() {
        Messages.addGlobalError("connection.not-saved", problems.size());
    }

    private Optional<ConnectionInput> input() {
        Map<String, String> typed = typed();
        Map<String, Secret> newSecrets = new HashMap<>();
        Map<String, ClientCertificate> certificates = new HashMap<>();
        for (FormGroup group : getGroups()) {
            for (FormField field : group.fields()) {
                readConfidential(field, newSecrets, certificates);
            }
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        Optional<Secret> confirmed = Optional.ofNullable(confirmedSecret).map(Secret::of);
        return Optional.of(new ConnectionInput(
                id == null ? OptionalLong.empty() : OptionalLong.of(id),
                version,
                text(name),
                provider,
                role,
                registration == null ? OptionalLong.empty() : OptionalLong.of(registration),
                typed,
                new Confidential(newSecrets, certificates, confirmed),
                new Network(text(proxy), text(extraCa)),
                Optional.empty()));
    }

    private void readConfidential(
            FormField field, Map<String, Secret> newSecrets, Map<String, ClientCertificate> certificates) {
        String text = secrets.get(field.name());
        if (text == null || text.isBlank()) {
            return;
        }
        if (field.type().equals("SECRET")) {
            newSecrets.put(field.name(), Secret.of(text));
        } else if (field.type().equals("CERTIFICATE")) {
            try {
                certificates.put(field.name(), CertificateService.readText(text));
            } catch (BadCertificateException e) {
                problems.put(field.name(), e.words().get(Faces.getLocale()));
            }
        }
    }

    /** What the fields hold that are on the screen; of a plain value that is the default nothing is kept. */
    private Map<String, String> typed() {
        Map<String, String> typed = new HashMap<>();
        for (FormGroup group : getGroups()) {
            for (FormField field : group.fields()) {
                String value = field.type().equals("BOOLEAN")
                        ? String.valueOf(Boolean.TRUE.equals(flags.get(field.name())))
                        : values.get(field.name());
                if (value != null && !value.isBlank() && !value.equals(field.defaultValue())) {
                    typed.put(field.name(), value.strip());
                }
            }
        }
        return typed;
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    private Optional<EndFactory> factory() {
        return provider == null || role == null ? Optional.empty() : connections.factory(provider, role);
    }

    public List<FormGroup> getGroups() {
        if (groups == null) {
            groups = factory()
                    .map(known -> new FormModel(
                                    known.configSchema(),
                                    getView() == null ? Map.of() : getView().stored())
                            .groups(shownValues()))
                    .orElse(List.of());
        }
        return groups;
    }

    private Map<String, String> shownValues() {
        Map<String, String> shown = new HashMap<>();
        values.forEach((property, value) -> {
            if (value != null) {
                shown.put(property, value);
            }
        });
        flags.forEach((property, flag) -> {
            if (Boolean.TRUE.equals(flag)) {
                shown.put(property, "true");
            }
        });
        getChoices().stream()
                .filter(choice -> registration != null && choice.id() == registration)
                .forEach(choice -> shown.put("cloud", choice.cloud()));
        return shown;
    }

    public List<RegistrationView> getChoices() {
        if (choices == null) {
            choices = registrations.list();
        }
        return choices;
    }

    /** The stored connection; null for a new one. */
    public ConnectionView getView() {
        if (view == null && id != null) {
            view = connections.find(id).orElse(null);
        }
        return view;
    }

    public LocalText getSystem() {
        return factory().map(known -> known.descriptor().name()).orElseGet(() -> LocalText.of(text(provider)));
    }

    public LocalText getDescription() {
        return factory().map(known -> known.descriptor().description()).orElseGet(() -> LocalText.of(""));
    }

    public boolean isUsable() {
        return factory().isPresent();
    }

    public boolean isCustomAllowed() {
        return connections.isCustomAllowed();
    }

    public Map<String, String> getProblems() {
        return problems;
    }

    public Map<String, String> getValues() {
        return values;
    }

    public Map<String, Boolean> getFlags() {
        return flags;
    }

    public Map<String, String> getSecrets() {
        return secrets;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getProvider() {
        return provider;
    }

    public void setProvider(String provider) {
        this.provider = provider;
    }

    public ProviderRole getRole() {
        return role;
    }

    public void setRole(ProviderRole role) {
        this.role = role;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Long getRegistration() {
        return registration;
    }

    public void setRegistration(Long registration) {
        this.registration = registration;
    }

    public String getProxy() {
        return proxy;
    }

    public void setProxy(String proxy) {
        this.proxy = proxy;
    }

    public String getExtraCa() {
        return extraCa;
    }

    public void setExtraCa(String extraCa) {
        this.extraCa = extraCa;
    }

    public String getConfirmedSecret() {
        return confirmedSecret;
    }

    public void setConfirmedSecret(String confirmedSecret) {
        this.confirmedSecret = confirmedSecret;
    }
}
