package org.photobridge.portal.notify;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.photobridge.portal.connection.FieldProblem;
import org.photobridge.portal.connection.Words;
import org.photobridge.portal.platform.OutboundAddresses;

/** Looks at a channel's form and finds everything that is wrong with it, at once. */
final class ChannelCheck {
    static final Set<String> LANGUAGES = Set.of("en", "id");
    static final int SHORTEST_KEY = 16;

    private final ChannelInput input;
    private final Optional<Channel> stored;
    private final boolean plainHttpAllowed;
    private final List<FieldProblem> problems = new ArrayList<>();
    private String forbidden;

    /** @param plainHttpAllowed whether the operator lets webhooks do without TLS */
    ChannelCheck(ChannelInput input, Optional<Channel> stored, boolean plainHttpAllowed) {
        this.input = input;
        this.stored = stored;
        this.plainHttpAllowed = plainHttpAllowed;
    }

    List<FieldProblem> problems() {
        if (input.name().isEmpty() || input.name().length() > 100) {
            say("name", "channel.problem.name");
        }
        if (!LANGUAGES.contains(input.language())) {
            say("language", "channel.problem.language");
        }
        if (input.kind().isMail()) {
            checkMail(input.mail());
        } else {
            checkHook();
        }
        return problems;
    }

    private void checkMail(ChannelInput.Mail mail) {
        if (!mail.host().matches("[A-Za-z0-9.:\\[\\]_-]{1,253}")) {
            say("host", "channel.problem.host");
        } else if (OutboundAddresses.leadsToForbidden(mail.host())) {
            forbid("host", mail.host());
        }
        if (!mail.hasPort()) {
            say("port", "channel.problem.port");
        }
        if (addresses(mail.sender()) != 1) {
            say("sender", "channel.problem.sender");
        }
        if (addresses(mail.recipients()) < 1 || mail.recipients().length() > 2000) {
            say("recipients", "channel.problem.recipients");
        }
        checkSignIn(mail);
    }

    private void checkSignIn(ChannelInput.Mail mail) {
        boolean password = input.hasSecret() || keepsSecret();
        if (!mail.userName().isBlank() && !password) {
            say("secret", "channel.problem.password");
        }
        if (!mail.userName().isBlank() && mail.security() == MailSecurity.NONE) {
            say("security", "channel.problem.open-password");
        }
    }

    private boolean keepsSecret() {
        return stored.filter(channel -> channel.secretAt().isPresent())
                .filter(channel -> channel.route().equals(route(input, channel.host())))
                .isPresent();
    }

    private void checkHook() {
        if (input.address().isEmpty()) {
            if (stored.isEmpty() || stored.get().kind().isMail()) {
                say("address", "channel.problem.address");
            }
        } else {
            checkAddress();
        }
        if (input.hasSecret() && input.secret().reveal().length() < SHORTEST_KEY) {
            say("secret", "channel.problem.key");
        }
    }

    private void checkAddress() {
        Optional<URI> address = parse(input.address());
        if (address.isEmpty()) {
            say("address", "channel.problem.address");
        } else if (!"https".equals(address.get().getScheme()) && !plainHttpAllowed) {
            say("address", "channel.problem.https");
        } else if (OutboundAddresses.leadsToForbidden(address.get().getHost())) {
            forbid("address", address.get().getHost());
        }
    }

    /** A webhook's address; empty if it can't be one. */
    static Optional<URI> parse(String text) {
        try {
            URI address = URI.create(text);
            boolean http = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            boolean usable =
                    http && address.getHost() != null && address.getUserInfo() == null && text.length() <= 2000;
            return usable ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** What may be shown of a webhook's address. */
    static String origin(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return (address.getScheme() + "://" + address.getHost() + port).toLowerCase(Locale.ROOT);
    }

    /** See {@link Channel#route()}; a webhook whose address isn't typed anew keeps its host. */
    static String route(ChannelInput input, String storedHost) {
        if (input.kind().isMail()) {
            ChannelInput.Mail mail = input.mail();
            return mail.security() + " " + mail.host() + ":" + mail.port();
        }
        return parse(input.address()).map(ChannelCheck::origin).orElse(storedHost);
    }

    private static int addresses(String list) {
        try {
            InternetAddress[] parsed = InternetAddress.parse(list, true);
            for (InternetAddress address : parsed) {
                address.validate();
            }
            return parsed.length;
        } catch (AddressException wrong) {
            return -1;
        }
    }

    /** The host that the form names and that nothing of ours talks to, once the problems were asked for. */
    Optional<String> forbiddenHost() {
        return Optional.ofNullable(forbidden);
    }

    private void forbid(String field, String host) {
        forbidden = host;
        say(field, "channel.problem.forbidden-host");
    }

    private void say(String field, String key) {
        problems.add(new FieldProblem(field, Words.of(key)));
    }
}
