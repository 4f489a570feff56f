package org.photobridge.portal.notify;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.photobridge.portal.platform.Texts;

/** Who is told of what: the channels, the events that each wants, and the latest messages. */
@Named
@ViewScoped
public class NotificationsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LATEST = 30;

    @Inject
    private NotificationService notifications;

    private final Map<String, Boolean> wanted = new HashMap<>();
    private transient List<Channel> channels;
    private transient List<Delivery> deliveries;
    private String result = "";
    private boolean resultGood;

    /** Before the page is drawn for the first time. */
    public void open() {
        for (Channel channel : getChannels()) {
            getEvents()
                    .forEach(event ->
                            wanted.put(cell(channel, event), channel.events().contains(event)));
        }
    }

    public List<Channel> getChannels() {
        if (channels == null) {
            channels = notifications.list();
        }
        return channels;
    }

    /** What a channel can want, in the order of the table. */
    public List<EventKind> getEvents() {
        return Arrays.stream(EventKind.values()).filter(EventKind::isOffered).toList();
    }

    public String cell(Channel channel, EventKind event) {
        return channel.id() + "/" + event;
    }

    public void save() {
        notifications.subscribe(getChannels().stream().collect(Collectors.toMap(Channel::id, this::events)));
        channels = null;
        Messages.addGlobalInfo("notifications.saved");
    }

    private Set<EventKind> events(Channel channel) {
        return getEvents().stream()
                .filter(event -> wanted.getOrDefault(cell(channel, event), false))
                .collect(Collectors.toSet());
    }

    public void test(long id, String name) {
        NotificationService.Trial trial = notifications.test(id);
        Texts texts = Texts.in(Faces.getLocale());
        resultGood = trial.delivered();
        result = trial.delivered()
                ? texts.get("notifications.test.good", name)
                : texts.get("notifications.test.bad", name, error(trial.code()), trial.detail());
    }

    /** Why a message wasn't delivered, in words. */
    public String error(String code) {
        return code.isEmpty() ? "" : Texts.in(Faces.getLocale()).get("notify.error." + code);
    }

    public void sendAgain(long message) {
        notifications.sendAgain(message);
        deliveries = null;
        Messages.addGlobalInfo("notifications.again.said");
    }

    public List<Delivery> getDeliveries() {
        if (deliveries == null) {
            deliveries = notifications.latest(LATEST);
        }
        return deliveries;
    }

    public Map<String, Boolean> getWanted() {
        return wanted;
    }

    /** How the trial went; empty text before there was one. */
    public String getResult() {
        return result;
    }

    public boolean isResultGood() {
        return resultGood;
    }
}
