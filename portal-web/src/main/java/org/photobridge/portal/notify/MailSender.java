package org.photobridge.portal.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.photobridge.portal.platform.OutboundAddresses;
import org.photobridge.portal.platform.OutboundTls;
import org.photobridge.spi.Secret;

/** Sends messages as plain text by SMTP. */
@ApplicationScoped
class MailSender {
    private static final String PATIENCE_MILLIS = "10000";

    private final Clock clock;

    protected MailSender() {
        this(null);
    }

    @Inject
    MailSender(Clock clock) {
        this.clock = clock;
    }

    void send(Message message, Channel channel, Optional<Secret> password) throws NotDelivered {
        if (OutboundAddresses.leadsToForbidden(channel.host())) {
            throw new NotDelivered("forbidden-host", channel.host());
        }
        if (!channel.userName().isBlank() && password.isEmpty()) {
            throw new NotDelivered("no-password", channel.host());
        }
        Session session = Session.getInstance(properties(channel));
        try (Transport transport = session.getTransport("smtp")) {
            connect(transport, channel, password);
            MimeMessage mail = mail(session, message, channel);
            transport.sendMessage(mail, mail.getAllRecipients());
        } catch (MessagingException e) {
            throw new NotDelivered(code(e), String.valueOf(e.getMessage()).strip(), e);
        }
    }

    private static void connect(Transport transport, Channel channel, Optional<Secret> password)
            throws MessagingException {
        String user = channel.userName().isBlank() ? null : channel.userName();
        transport.connect(
                channel.host(),
                channel.port(),
                user,
                user == null ? null : password.map(Secret::reveal).orElseThrow());
    }

    private static Properties properties(Channel channel) {
        Properties properties = new Properties();
        properties.put("mail.smtp.auth", Boolean.toString(!channel.userName().isBlank()));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(channel.security() == MailSecurity.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(channel.security() == MailSecurity.STARTTLS));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(channel.security() == MailSecurity.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", OutboundTls.context().getSocketFactory());
        properties.put("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.put("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.put("mail.smtp.writetimeout", PATIENCE_MILLIS);
        return properties;
    }

    private MimeMessage mail(Session session, Message message, Channel channel) throws MessagingException {
        MimeMessage mail = new NumberedMail(session, message.id());
        mail.setFrom(new InternetAddress(channel.sender(), true));
        mail.setRecipients(jakarta.mail.Message.RecipientType.TO, InternetAddress.parse(channel.recipients(), true));
        mail.setSubject(message.title(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(clock.instant()));
        // So that no out-of-office note answers it.
        mail.setHeader("Auto-Submitted", "auto-generated");
        String link = message.link().map(address -> "\n\n" + address).orElse("");
        mail.setText(message.text() + link + "\n", StandardCharsets.UTF_8.name());
        mail.saveChanges();
        return mail;
    }

    /** A mail that has the same id each time it is tried: mail systems then show it once. */
    private static final class NumberedMail extends MimeMessage {
        private final String id;

        NumberedMail(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + "@photobridge>");
        }
    }

    private static String code(MessagingException e) {
        if (e instanceof AuthenticationFailedException) {
            return "sign-in";
        }
        if (e instanceof SendFailedException) {
            return "recipients";
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return "unknown-host";
            } else if (cause instanceof SocketTimeoutException) {
                return "timeout";
            } else if (cause instanceof ConnectException) {
                return "refused";
            } else if (cause instanceof SSLException
                    || String.valueOf(cause.getMessage()).contains("STARTTLS")) {
                return "tls";
            }
        }
        return "mail-server";
    }
}
