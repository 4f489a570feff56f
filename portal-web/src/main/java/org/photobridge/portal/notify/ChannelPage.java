package org.photobridge.portal.notify;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.photobridge.portal.connection.Saved;
import org.photobridge.spi.Secret;

/** The form of one channel. */
@Named
@ViewScoped
public class ChannelPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private NotificationService notifications;

    private String id;
    private String kindName;
    private long version;
    private ChannelKind kind = ChannelKind.MAIL;
    private boolean enabled = true;
    private String security = MailSecurity.STARTTLS.name();
    /** name, language, host, port, userName, sender, recipients, address, secret. */
    private final Map<String, String> values = new HashMap<>();

    private final Map<String, String> problems = new HashMap<>();
    private transient Channel stored;

    /** Before the page is drawn for the first time. */
    public void open() throws IOException {
        notifications.list(); // who may not see it is told before anything is drawn
        kind = Arrays.stream(ChannelKind.values())
                .filter(known -> known.name().equals(kindName))
                .findFirst()
                .orElse(ChannelKind.MAIL);
        values.put("language", Faces.getLocale().getLanguage());
        values.put("port", "587");
        if (id != null && getStored() == null) {
            Faces.responseSendError(404, "channel");
        } else if (id != null) {
            fill(getStored());
        }
    }

    private void fill(Channel channel) {
        kind = channel.kind();
        version = channel.version();
        enabled = channel.enabled();
        security = channel.security().name();
        values.put("name", channel.name());
        values.put("language", channel.language());
        values.put("host", channel.host());
        values.put("port", Integer.toString(channel.port()));
        values.put("userName", channel.userName());
        values.put("sender", channel.sender());
        values.put("recipients", channel.recipients());
    }

    public void save() throws IOException {
        problems.clear();
        Saved saved = notifications.save(input());
        if (saved.isDone()) {
            Messages.addFlashGlobalInfo("channel.saved", value("name"));
            Faces.redirect("notifications.xhtml");
            return;
        }
        saved.problems()
                .forEach(problem -> problems.put(problem.field(), problem.text().get(Faces.getLocale())));
        Messages.addGlobalError("connection.not-saved", problems.size());
    }

    public void delete() throws IOException {
        notifications.delete(Long.parseLong(id));
        Messages.addFlashGlobalInfo("channel.deleted", value("name"));
        Faces.redirect("notifications.xhtml");
    }

    private ChannelInput input() {
        return new ChannelInput(
                id == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(id)),
                version,
                kind,
                value("name"),
                value("language"),
                enabled,
                kind.isMail() ? mail() : ChannelInput.Mail.NONE,
                value("address"),
                Secret.of(value("secret")));
    }

    private ChannelInput.Mail mail() {
        return new ChannelInput.Mail(
                value("host").strip(),
                value("port").strip(),
                MailSecurity.valueOf(security),
                value("userName"),
                value("sender"),
                value("recipients"));
    }

    private String value(String name) {
        return Optional.ofNullable(values.get(name)).orElse("");
    }

    /** The channel as it is stored; null for a new one. */
    public Channel getStored() {
        if (stored == null && id != null && id.matches("\\d{1,18}")) {
            stored = notifications.find(Long.parseLong(id)).orElse(null);
        }
        return stored;
    }

    public boolean isMail() {
        return kind.isMail();
    }

    public ChannelKind getKind() {
        return kind;
    }

    public List<MailSecurity> getSecurities() {
        return List.of(MailSecurity.values());
    }

    public Map<String, String> getValues() {
        return values;
    }

    public Map<String, String> getProblems() {
        return problems;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getKindName() {
        return kindName;
    }

    public void setKindName(String kindName) {
        this.kindName = kindName;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public String getSecurity() {
        return security;
    }

    public void setSecurity(String security) {
        this.security = security;
    }
}
