package org.photobridge.portal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.portal.connection.ConnectionDraft.Settings;
import org.photobridge.portal.connection.ConnectionInput.Confidential;
import org.photobridge.portal.platform.Home;
import org.photobridge.portal.platform.KeyRing;
import org.photobridge.portal.platform.SecretBox;
import org.photobridge.portal.provider.ProviderRole;
import org.photobridge.spi.ConfigGroup;
import org.photobridge.spi.ConfigProblem;
import org.photobridge.spi.ConfigProperty;
import org.photobridge.spi.ConfigSchema;
import org.photobridge.spi.EndFactory;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.PropertyType;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.ProviderDescriptor;
import org.photobridge.spi.Secret;

/** Nobody reads an app registration's client secret by sending it where they like. */
class SaveCheckTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Network PROXIED = new Network("http://proxy.example:8080", "");
    private static final String GRAPH = "https://graph.microsoft.com";
    private static final long OURS = 7;
    private static final long OTHERS = 8;
    private static final long WITHOUT = 9;

    private final Map<Long, Registration> registrations = new HashMap<>();
    private final ConnectionRepository store = new ConnectionRepository(null) {
        @Override
        Optional<AppRegistration> registration(long id) {
            return Optional.of(registrations.get(id));
        }

        @Override
        boolean isConnectionNameTaken(String name, long butBy) {
            return false;
        }
    };

    @TempDir
    Path folder;

    private SecretBox box;

    @BeforeEach
    void register() {
        Home home = Home.open(folder.resolve("home").toString());
        box = new SecretBox(KeyRing.of(Optional.empty(), home));
        registrations.put(OURS, new Registration(OURS));
        registrations.put(OTHERS, new Registration(OTHERS));
        registrations.put(WITHOUT, new Registration(WITHOUT));
        enter(OURS, "mine", NOON);
        enter(OTHERS, "somebody else's", NOON);
    }

    @Test
    void what_was_agreed_for_one_registration_is_not_agreed_for_another() {
        ProviderConnection made = save(Optional.empty(), OURS, PROXIED, "mine");

        assertThat(asked(made, OURS, PROXIED, "")).isFalse();
        assertThat(asked(made, OTHERS, PROXIED, "")).isTrue();
        assertThat(asked(made, OTHERS, PROXIED, "mine")).isTrue();
        assertThat(asked(made, OTHERS, PROXIED, "somebody else's")).isFalse();
    }

    @Test
    void a_way_that_was_saved_while_there_was_no_secret_is_not_agreed() {
        ProviderConnection made = save(Optional.empty(), WITHOUT, PROXIED, "");

        assertThat(asked(made, OTHERS, PROXIED, "")).isTrue();
        enter(WITHOUT, "a first one", NOON);
        assertThat(asked(made, WITHOUT, PROXIED, "")).isTrue();
    }

    @Test
    void a_new_secret_is_not_agreed_by_whoever_knew_the_old_one() {
        ProviderConnection made = save(Optional.empty(), OURS, PROXIED, "mine");
        enter(OURS, "renewed", NOON.plus(Duration.ofDays(90)));

        assertThat(asked(made, OURS, PROXIED, "")).isTrue();
        assertThat(asked(made, OURS, PROXIED, "mine")).isTrue();
        assertThat(asked(made, OURS, PROXIED, "renewed")).isFalse();
    }

    @Test
    void microsoft_s_own_hosts_need_no_agreement_and_give_none() {
        ProviderConnection made = save(Optional.empty(), OURS, Network.DIRECT, "");

        assertThat(made.agreed()).isEqualTo(Agreement.NONE);
        assertThat(asked(made, OTHERS, Network.DIRECT, "")).isFalse();
        assertThat(asked(made, OURS, PROXIED, "")).isTrue();
    }

    @Test
    void a_row_of_an_earlier_portal_is_asked_about_once_unless_its_way_is_microsoft_s_own() {
        ConnectionInput input = input(OURS, PROXIED, "");
        ProviderConnection old = new ProviderConnection("probe", ProviderRole.SOURCE);
        old.fill(input, ConnectionForms.route(input).fingerprint(), NOON);

        assertThat(asked(old, OURS, PROXIED, "")).isTrue();
        assertThat(asked(old, OURS, Network.DIRECT, "")).isFalse();
    }

    private void enter(long registration, String secret, Instant at) {
        new Vault(box, Clock.fixed(at, ZoneOffset.UTC))
                .seal(registrations.get(registration), Secret.of(secret), "https://login.microsoftonline.com:-1");
    }

    private boolean asked(ProviderConnection stored, long registration, Network network, String typed) {
        List<FieldProblem> problems =
                check(Optional.of(stored), registration, network, typed).problems();
        assertThat(problems).extracting(FieldProblem::field).isSubsetOf(FieldProblem.CONFIRMED_SECRET);
        return !problems.isEmpty();
    }

    private ProviderConnection save(
            Optional<ProviderConnection> stored, long registration, Network network, String typed) {
        SaveCheck check = check(stored, registration, network, typed);
        assertThat(check.problems()).isEmpty();
        ProviderConnection saved = stored.orElseGet(() -> new ProviderConnection("probe", ProviderRole.SOURCE));
        saved.fill(input(registration, network, typed), check.agreed(), NOON);
        return saved;
    }

    private SaveCheck check(Optional<ProviderConnection> stored, long registration, Network network, String typed) {
        ConnectionInput input = input(registration, network, typed);
        Map<String, Secret> secrets =
                registrations.get(registration).clientSecret().isPresent()
                        ? Map.of(SharedGroup.CLIENT_SECRET, Secret.of("kept"))
                        : Map.of();
        ConnectionDraft draft = new ConnectionDraft(
                new Settings(input.values(), Map.of(), Map.of()),
                Optional.of(new Settings(Map.of(), secrets, Map.of())),
                network);
        ConnectionCheck settings = new ConnectionCheck(new Probe(), draft, new HostPolicy(true));
        return new SaveCheck(input, stored, settings, store, new Vault(box, Clock.fixed(NOON, ZoneOffset.UTC)));
    }

    private static ConnectionInput input(long registration, Network network, String typed) {
        Optional<Secret> confirmed = typed.isEmpty() ? Optional.empty() : Optional.of(Secret.of(typed));
        return new ConnectionInput(
                OptionalLong.empty(),
                0,
                "Contoso",
                "probe",
                ProviderRole.SOURCE,
                OptionalLong.of(registration),
                Map.of("graphUrl", GRAPH),
                new Confidential(Map.of(), Map.of(), confirmed),
                network,
                Optional.empty());
    }

    /** A stored one: the database gives ids. */
    private static final class Registration extends AppRegistration {
        private final long number;

        Registration(long number) {
            this.number = number;
        }

        @Override
        long id() {
            return number;
        }
    }

    private static final class Probe implements EndFactory {
        @Override
        public ProviderDescriptor descriptor() {
            return ProviderDescriptor.of(LocalText.of("Probe"), LocalText.of("Probe"));
        }

        @Override
        public ConfigSchema configSchema() {
            return ConfigSchema.empty()
                    .group(
                            ConfigGroup.shared("app", LocalText.of("App"), ConfigGroup.ENTRA_APP),
                            ConfigProperty.named(SharedGroup.CLIENT_SECRET, PropertyType.SECRET))
                    .group(
                            ConfigGroup.of("own", LocalText.of("Own")),
                            ConfigProperty.named("graphUrl", PropertyType.URI));
        }

        @Override
        public List<ConfigProblem> validate(ProviderConfig config) {
            return List.of();
        }
    }
}
