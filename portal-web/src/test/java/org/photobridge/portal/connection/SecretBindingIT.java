package org.photobridge.portal.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.audit.Origin;
import org.photobridge.portal.connection.ConnectionInput.Confidential;
import org.photobridge.portal.provider.EndLease;
import org.photobridge.portal.provider.ProviderRole;
import org.photobridge.portal.security.Caller;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.ProviderException;
import org.photobridge.spi.Secret;

/** Runs inside the container, on H2 and on PostgreSQL. */
@ArquillianTest
@Tag("postgres-too")
class SecretBindingIT {
    private static final String CANARY = "canary-secret-7f3a";
    private static final String CLIENT = "4710313c-1c21-4f35-ad1a-32a034c22d41";

    @Inject
    private RegistrationService registrations;

    @Inject
    private ConnectionService service;

    @Inject
    private Connections connections;

    @Inject
    private DataSource dataSource;

    private Origin.Scope caller;

    @BeforeEach
    void act() {
        caller = Caller.trusted(Actor.user("tester")).bind();
    }

    @AfterEach
    void clean() {
        service.list().stream()
                .filter(connection -> connection.name().startsWith("bound "))
                .forEach(connection -> service.delete(connection.id()));
        registrations.list().stream()
                .filter(registration -> registration.name().startsWith("bound "))
                .forEach(registration -> registrations.delete(registration.id()));
        caller.close();
    }

    @Test
    void a_secret_is_stored_sealed_and_never_shown() throws SQLException {
        long id = registration("bound one", "https://localhost:1", CANARY).id();

        assertThat(stored(id)).isNotEmpty();
        assertThat(new String(stored(id), StandardCharsets.ISO_8859_1)).doesNotContain(CANARY);
        assertThat(registrations.find(id).orElseThrow().toString()).doesNotContain(CANARY);
    }

    @Test
    void another_sign_in_host_asks_for_the_secret_again() {
        long id = registration("bound one", "https://localhost:1", CANARY).id();

        assertThat(fields(change(id, "https://localhost:2", ""))).containsExactly("clientSecret");
        assertThat(change(id, "https://localhost:1/path", "").isDone()).isTrue();
        assertThat(change(id, "https://localhost:2", CANARY).isDone()).isTrue();
    }

    @Test
    void a_connection_by_another_way_asks_for_the_registration_s_secret() {
        long id = registration("bound one", "https://localhost:1", CANARY).id();

        assertThat(fields(connect(id, OptionalLong.empty(), Network.DIRECT, "")))
                .containsExactly("confirmedSecret");
        assertThat(fields(connect(id, OptionalLong.empty(), Network.DIRECT, "guess")))
                .containsExactly("confirmedSecret");
        Saved saved = connect(id, OptionalLong.empty(), Network.DIRECT, CANARY);
        assertThat(saved.problems()).isEmpty();

        OptionalLong made = OptionalLong.of(saved.id());
        assertThat(connect(id, made, Network.DIRECT, "").isDone()).isTrue();
        Network proxied = new Network("http://proxy.example:8080", "");
        assertThat(fields(connect(id, made, proxied, ""))).containsExactly("confirmedSecret");
        assertThat(connect(id, made, proxied, CANARY).isDone()).isTrue();
    }

    @Test
    void a_way_that_was_agreed_for_one_secret_is_not_agreed_for_another() throws SQLException {
        long mine = registration("bound one", "https://localhost:1", CANARY).id();
        long theirs = registration("bound two", "https://localhost:1", "not mine to know")
                .id();
        Network proxied = new Network("http://127.0.0.1:1", "");
        OptionalLong made = OptionalLong.of(
                connect(mine, OptionalLong.empty(), proxied, CANARY).id());
        connections.openSource(made.getAsLong()).close();

        assertThat(fields(connect(theirs, made, proxied, ""))).containsExactly("confirmedSecret");
        assertThat(fields(connect(theirs, made, proxied, CANARY))).containsExactly("confirmedSecret");
        give(made.getAsLong(), theirs);
        assertThatThrownBy(() -> connections.openSource(made.getAsLong()))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("never confirmed");
    }

    @Test
    void another_extra_ca_asks_for_the_registration_s_secret() throws IOException {
        long id = registration("bound one", "https://localhost:1", CANARY).id();
        OptionalLong made = OptionalLong.of(
                connect(id, OptionalLong.empty(), Network.DIRECT, CANARY).id());
        Path bootstrap = Path.of(System.getProperty("photobridge.bootstrap"));
        Network believing = new Network("", Files.readString(bootstrap.resolveSibling("ca.pem")));

        assertThat(fields(connect(id, made, believing, ""))).containsExactly("confirmedSecret");
        assertThat(fields(connect(id, made, believing, "guess"))).containsExactly("confirmedSecret");
        assertThat(connect(id, made, believing, CANARY).isDone()).isTrue();
        assertThat(fields(connect(id, made, Network.DIRECT, ""))).containsExactly("confirmedSecret");
    }

    @Test
    void a_change_outdates_what_is_open() {
        long id = registration("bound one", "https://localhost:1", CANARY).id();
        long made = connect(id, OptionalLong.empty(), Network.DIRECT, CANARY).id();
        try (EndLease<PhotoSource> lease = connections.openSource(made)) {
            assertThat(lease.isOutdated()).isFalse();
            connect(id, OptionalLong.of(made), new Network("http://proxy.example:8080", ""), CANARY);

            assertThat(lease.isOutdated()).isTrue();
        }
    }

    @Test
    void a_lost_race_is_told_and_nothing_is_overwritten() {
        long id = registration("bound one", "https://localhost:1", CANARY).id();
        RegistrationInput old = input(OptionalLong.of(id), 0, "bound other", "https://localhost:1", "");

        assertThat(fields(registrations.save(old))).containsExactly("version");
        assertThat(registrations.find(id).orElseThrow().name()).isEqualTo("bound one");
    }

    private Saved registration(String name, String loginUrl, String secret) {
        Saved saved = registrations.save(input(OptionalLong.empty(), 0, name, loginUrl, secret));
        assertThat(saved.problems()).isEmpty();
        return saved;
    }

    private Saved change(long id, String loginUrl, String secret) {
        long version = registrations.find(id).orElseThrow().version();
        return registrations.save(input(OptionalLong.of(id), version, "bound one", loginUrl, secret));
    }

    private static RegistrationInput input(OptionalLong id, long version, String name, String loginUrl, String secret) {
        return new RegistrationInput(
                id, version, name, "contoso.example", CLIENT, "custom", loginUrl, Secret.of(secret), false);
    }

    private Saved connect(long registration, OptionalLong id, Network network, String confirmed) {
        long version =
                id.isPresent() ? service.find(id.getAsLong()).orElseThrow().version() : 0;
        Optional<Secret> typed = confirmed.isEmpty() ? Optional.empty() : Optional.of(Secret.of(confirmed));
        return service.save(new ConnectionInput(
                id,
                version,
                "bound exchange",
                "exchange",
                ProviderRole.SOURCE,
                OptionalLong.of(registration),
                Map.of("graphUrl", "https://localhost:1"),
                new Confidential(Map.of(), Map.of(), typed),
                network,
                Optional.empty()));
    }

    private static List<String> fields(Saved saved) {
        return saved.problems().stream().map(FieldProblem::field).toList();
    }

    /** Past the form. */
    private void give(long made, long registration) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update provider_connection set registration_id = ? where id = ?")) {
            update.setLong(1, registration);
            update.setLong(2, made);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private byte[] stored(long id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select client_secret from app_registration where id = ?")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }
}
