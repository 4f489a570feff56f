package org.photobridge.portal.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.connection.CustomHosts;
import org.photobridge.portal.connection.FieldProblem;
import org.photobridge.portal.connection.Saved;
import org.photobridge.portal.connection.Words;
import org.photobridge.portal.platform.Texts;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Refusals;
import org.photobridge.portal.security.Role;

/** What admins do with channels, and what they see of messages. */
@ApplicationScoped
public class NotificationService {

    /**
     * How a trial went.
     *
     * @param code why it failed; empty text if it didn't
     * @param detail what the other side said
     */
    public record Trial(boolean delivered, String code, String detail) {}

    @Inject
    private ChannelRepository channels;

    @Inject
    private OutboxRepository messages;

    @Inject
    private ChannelVault vault;

    @Inject
    private Postman postman;

    @Inject
    private CustomHosts customHosts;

    @Inject
    private Refusals refusals;

    @Inject
    private Audit audit;

    /** All channels, by name. */
    public List<Channel> list() {
        Access.require(Role.ADMIN);
        return channels.all();
    }

    public Optional<Channel> find(long id) {
        Access.require(Role.ADMIN);
        return channels.find(id);
    }

    /** The latest messages, the newest first. */
    public List<Delivery> latest(int most) {
        Access.require(Role.ADMIN);
        return messages.latest(most);
    }

    /** Stores the form, or says everything that is wrong with it. */
    @Transactional
    public Saved save(ChannelInput input) {
        Access.require(Role.ADMIN);
        Optional<Channel> stored = stored(input.id());
        List<FieldProblem> problems = problems(input, stored);
        if (!problems.isEmpty()) {
            return Saved.not(problems);
        }
        long id = stored.map(Channel::id).orElseGet(channels::newId);
        Channel channel = channel(input, id, stored);
        if (stored.isEmpty()) {
            channels.add(channel);
        } else if (!channels.change(channel)) {
            return changedMeanwhile();
        }
        keepSecrets(channel, input);
        record(
                stored.isEmpty() ? "channel.created" : "channel.changed",
                channel,
                stored.map(this::words).orElse(""),
                words(channel));
        return Saved.as(id);
    }

    private Optional<Channel> stored(OptionalLong id) {
        return id.isPresent() ? channels.find(id.getAsLong()) : Optional.empty();
    }

    private List<FieldProblem> problems(ChannelInput input, Optional<Channel> stored) {
        boolean plainHttp = customHosts.policy().isCustomAllowed();
        ChannelCheck check = new ChannelCheck(input, stored, plainHttp);
        List<FieldProblem> problems = new ArrayList<>(check.problems());
        check.forbiddenHost().ifPresent(host -> refused(input, host));
        boolean taken = channels.all().stream()
                .anyMatch(other -> other.name().equalsIgnoreCase(input.name())
                        && input.id().orElse(-1) != other.id());
        if (taken) {
            problems.add(new FieldProblem(FieldProblem.NAME, Words.of("channel.problem.name-taken")));
        }
        if (input.id().isPresent() && stored.map(Channel::version).orElse(-1L) != input.version()) {
            problems.addAll(changedMeanwhile().problems());
        }
        return problems;
    }

    private void refused(ChannelInput input, String host) {
        refusals.note(
                Refusals.Why.FORBIDDEN_HOST,
                new AuditEntry.Subject("channel", "", Cause.Wording.oneLine(input.name())),
                host);
    }

    private static Saved changedMeanwhile() {
        return Saved.not(List.of(new FieldProblem(FieldProblem.VERSION, Words.of("connection.problem.version"))));
    }

    /** A new channel wants everything that needs somebody. */
    private static Channel channel(ChannelInput input, long id, Optional<Channel> stored) {
        Set<EventKind> events = stored.map(Channel::events)
                .orElse(Set.of(
                        EventKind.RUN_FAILED,
                        EventKind.RUN_HELD,
                        EventKind.CERTIFICATE_ENDS,
                        EventKind.CONNECTION_BROKEN));
        boolean isMail = input.kind().isMail();
        String host = isMail
                ? input.mail().host()
                : ChannelCheck.parse(input.address())
                        .map(ChannelCheck::origin)
                        .orElseGet(() -> stored.map(Channel::host).orElse(""));
        return new Channel(
                id,
                input.version(),
                input.name(),
                input.kind(),
                input.language(),
                input.enabled(),
                events,
                host,
                isMail ? Integer.parseInt(input.mail().port()) : 0,
                isMail ? input.mail().security() : MailSecurity.TLS,
                isMail ? input.mail().userName().strip() : "",
                isMail ? input.mail().sender().strip() : "",
                isMail ? input.mail().recipients().strip() : "",
                Optional.empty());
    }

    private void keepSecrets(Channel channel, ChannelInput input) {
        if (!channel.kind().isMail() && !input.address().isEmpty()) {
            vault.keepAddress(channel.id(), input.address());
        }
        if (input.hasSecret()) {
            vault.keepSecret(channel, input.secret());
        }
    }

    /** Which channels want to hear of which events; one that isn't named is left as it is. */
    @Transactional
    public void subscribe(Map<Long, Set<EventKind>> wanted) {
        Access.require(Role.ADMIN);
        for (Channel channel : channels.all()) {
            Set<EventKind> events = wanted.getOrDefault(channel.id(), channel.events());
            if (!events.equals(channel.events())) {
                channels.change(withEvents(channel, events));
                record("channel.subscribed", channel, names(channel.events()), names(events));
            }
        }
    }

    /** Removes a channel with its messages. */
    @Transactional
    public void delete(long id) {
        Access.require(Role.ADMIN);
        channels.find(id).ifPresent(channel -> {
            channels.delete(id);
            record("channel.deleted", channel, words(channel), "");
        });
    }

    /** Sends a trial message now, and says how that went. Takes as long as the other side does, at most half a minute. */
    public Trial test(long id) {
        Access.require(Role.ADMIN);
        Channel channel = channels.find(id).orElseThrow();
        Texts texts = Texts.in(channel.locale());
        Cause.Wording wording = new Cause.Wording(
                texts.get("notify.test.title"), texts.get("notify.test.text", Cause.Wording.oneLine(channel.name())));
        Trial trial = trial(channel, wording);
        record("channel.tested", channel, "", trial.delivered() ? "delivered" : trial.code());
        return trial;
    }

    private Trial trial(Channel channel, Cause.Wording wording) {
        try {
            postman.test(channel, wording);
            return new Trial(true, "", "");
        } catch (NotDelivered e) {
            return new Trial(false, e.code(), Cause.Wording.oneLine(String.valueOf(e.getMessage())));
        }
    }

    /** Tries a message again that wasn't delivered. */
    @Transactional
    public void sendAgain(long message) {
        Access.require(Role.ADMIN);
        if (messages.again(message)) {
            messages.find(message)
                    .flatMap(delivery -> channels.find(delivery.channelId()))
                    .ifPresent(channel -> record("channel.sent-again", channel, "", "message " + message));
        }
    }

    private static Channel withEvents(Channel channel, Set<EventKind> events) {
        return new Channel(
                channel.id(),
                channel.version(),
                channel.name(),
                channel.kind(),
                channel.language(),
                channel.enabled(),
                events,
                channel.host(),
                channel.port(),
                channel.security(),
                channel.userName(),
                channel.sender(),
                channel.recipients(),
                channel.secretAt());
    }

    private void record(String action, Channel channel, String before, String after) {
        AuditEntry.Subject subject = new AuditEntry.Subject("channel", Long.toString(channel.id()), channel.name());
        audit.record(AuditEntry.of(action, subject).change(before, after));
    }

    private String words(Channel channel) {
        return channel.name() + ", " + channel.kind() + ", " + channel.where() + ", " + channel.route() + ", "
                + channel.language() + (channel.enabled() ? "" : ", off");
    }

    private static String names(Set<EventKind> events) {
        return new TreeSet<>(events).toString();
    }
}
