package org.photobridge.portal.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.audit.Origin;
import org.photobridge.portal.connection.ConnectionInput.Confidential;
import org.photobridge.portal.notify.ChannelInput;
import org.photobridge.portal.notify.ChannelInput.Mail;
import org.photobridge.portal.notify.ChannelKind;
import org.photobridge.portal.notify.MailSecurity;
import org.photobridge.portal.notify.NotificationService;
import org.photobridge.portal.provider.ProviderRole;
import org.photobridge.portal.security.Caller;
import org.photobridge.spi.ProviderException;
import org.photobridge.spi.Secret;

/** Every address that an admin can type, asked to lead where nothing of ours goes; the tenant here allows own hosts. */
@ArquillianTest
class ForbiddenHostsIT {
    private static final List<String> FORBIDDEN = List.of(
            "169.254.169.254",
            "[fe80::1]",
            "[fd00:ec2::254]",
            "100.100.100.200",
            "0.0.0.0",
            "2852039166",
            "[::ffff:169.254.169.254]",
            "metadata.google.internal");

    @Inject
    private RegistrationService registrations;

    @Inject
    private ConnectionService service;

    @Inject
    private Connections connections;

    @Inject
    private NotificationService channels;

    @Inject
    private DataSource dataSource;

    private Origin.Scope caller;

    @BeforeEach
    void act() {
        caller = Caller.trusted(Actor.user("prober")).bind();
    }

    @AfterEach
    void clean() {
        service.list().stream()
                .filter(connection -> connection.name().startsWith("probed "))
                .forEach(connection -> service.delete(connection.id()));
        registrations.list().stream()
                .filter(registration -> registration.name().startsWith("probed "))
                .forEach(registration -> registrations.delete(registration.id()));
        caller.close();
    }

    @Test
    void a_sign_in_host_is_refused_beside_its_field_and_kept_in_the_audit() throws SQLException {
        for (String host : FORBIDDEN) {
            Saved saved = registration("https://" + host);

            assertThat(fields(saved)).as(host).containsExactly("loginUrl");
            assertThat(saved.problems().get(0).text().toString()).as(host).contains("never used");
        }
        assertThat(refused()).anyMatch(reason -> reason.contains("169.254.169.254"));
    }

    @Test
    void the_hosts_of_a_source_are_refused_beside_their_field() {
        for (String host : FORBIDDEN) {
            assertThat(fields(source(OptionalLong.empty(), "https://" + host, "")))
                    .as(host)
                    .containsExactly("graphUrl");
        }
    }

    @Test
    void the_hosts_of_a_target_are_refused_beside_their_fields() {
        for (String host : FORBIDDEN) {
            String url = "https://" + host;
            assertThat(fields(save(
                            OptionalLong.empty(),
                            "sharepoint",
                            ProviderRole.TARGET,
                            Map.of("adminUrl", url, "mySiteUrl", url, "rootUrl", url),
                            "")))
                    .as(host)
                    .contains("adminUrl", "mySiteUrl", "rootUrl");
        }
    }

    @Test
    void a_proxy_is_refused_beside_its_field_and_kept_in_the_audit() throws SQLException {
        for (String host : FORBIDDEN) {
            assertThat(fields(source(OptionalLong.empty(), "https://localhost:1", "http://" + host + ":8080")))
                    .as(host)
                    .containsExactly("proxy");
        }
        assertThat(refused()).anyMatch(reason -> reason.contains("100.100.100.200"));
    }

    @Test
    void a_webhook_and_a_mail_server_are_refused_and_kept_in_the_audit() throws SQLException {
        Mail mail = new Mail("169.254.169.254", "25", MailSecurity.NONE, "", "p@contoso.example", "p@contoso.example");

        assertThat(fields(channel(ChannelKind.WEBHOOK, Mail.NONE, "https://100.100.100.200/hook")))
                .containsExactly("address");
        assertThat(fields(channel(ChannelKind.MAIL, mail, ""))).containsExactly("host");
        assertThat(refused("channel"))
                .containsExactlyInAnyOrder(
                        "a forbidden address: 100.100.100.200", "a forbidden address: 169.254.169.254");
    }

    @Test
    void what_got_into_the_database_all_the_same_is_not_asked() throws SQLException {
        long id = source(OptionalLong.empty(), "https://localhost:1", "").id();
        put("update provider_connection set proxy = ? where id = ?", "http://169.254.169.254:80", id);

        assertThatThrownBy(() -> connections.openSource(id))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("169.254.169.254");
    }

    private Saved channel(ChannelKind kind, Mail mail, String address) {
        return channels.save(new ChannelInput(
                OptionalLong.empty(), 0, kind, "probed channel", "en", true, mail, address, Secret.of("")));
    }

    private Saved registration(String loginUrl) {
        return registrations.save(new RegistrationInput(
                OptionalLong.empty(),
                0,
                "probed app",
                "contoso.example",
                "4710313c-1c21-4f35-ad1a-32a034c22d41",
                "custom",
                loginUrl,
                Secret.of(""),
                false));
    }

    private Saved source(OptionalLong id, String graph, String proxy) {
        return save(id, "exchange", ProviderRole.SOURCE, Map.of("graphUrl", graph), proxy);
    }

    private Saved save(OptionalLong id, String provider, ProviderRole role, Map<String, String> values, String proxy) {
        long app = registrations.list().stream()
                .filter(registration -> registration.name().equals("Simulated tenant"))
                .findFirst()
                .orElseThrow()
                .id();
        return service.save(new ConnectionInput(
                id,
                0,
                "probed " + provider,
                provider,
                role,
                OptionalLong.of(app),
                values,
                new Confidential(Map.of(), Map.of(), Optional.empty()),
                new Network(proxy, ""),
                Optional.empty()));
    }

    private static List<String> fields(Saved saved) {
        return saved.problems().stream().map(FieldProblem::field).toList();
    }

    private List<String> refused() throws SQLException {
        return refused("registration", "connection");
    }

    private List<String> refused(String... kinds) throws SQLException {
        String sql = "select reason from audit_entry where action = 'request.refused' and actor_name = 'prober'"
                + " and subject_kind in ('" + String.join("', '", kinds) + "')";
        List<String> reasons = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                reasons.add(row.getString(1));
            }
        }
        return reasons;
    }

    private void put(String sql, String value, long id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, value);
            update.setLong(2, id);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
