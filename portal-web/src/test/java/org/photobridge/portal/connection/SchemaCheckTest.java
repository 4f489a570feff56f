package org.photobridge.portal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.connection.ConnectionDraft.Settings;
import org.photobridge.spi.Choice;
import org.photobridge.spi.ConfigGroup;
import org.photobridge.spi.ConfigProperty;
import org.photobridge.spi.ConfigSchema;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.PropertyType;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.Secret;

class SchemaCheckTest {
    private static final LocalText ANY = LocalText.of("any");
    private static final ConfigSchema SCHEMA = ConfigSchema.empty()
            .group(
                    ConfigGroup.of("main", ANY),
                    ConfigProperty.named("cloud", PropertyType.CHOICE)
                            .choices(List.of(new Choice("global", ANY), new Choice("custom", ANY)))
                            .defaultValue("global"),
                    ConfigProperty.named("url", PropertyType.URI).required().onlyIf("cloud", "custom"),
                    ConfigProperty.named("path", PropertyType.STRING).required().onlyIf("url", "https://localhost"),
                    ConfigProperty.named("size", PropertyType.INTEGER).defaultValue("200"),
                    ConfigProperty.named("rest", PropertyType.BOOLEAN),
                    ConfigProperty.named("wait", PropertyType.DURATION),
                    ConfigProperty.named("password", PropertyType.SECRET).required());

    @Test
    void every_property_is_told_at_once() {
        Settings settings = settings(Map.of("cloud", "moon", "size", "big", "rest", "maybe", "wait", "soon"));

        assertThat(fields(settings)).containsExactly("cloud", "size", "rest", "wait", "password");
    }

    @Test
    void a_hidden_property_is_not_missed_and_counts_as_having_no_value() {
        Settings settings = withPassword(Map.of("url", "https://localhost", "path", "x"));

        assertThat(fields(settings)).isEmpty();
        ProviderConfig config = check(settings).config();
        assertThat(config.uri("url")).isEmpty();
        assertThat(config.text("path")).isEmpty();
    }

    @Test
    void a_shown_property_is_missed() {
        assertThat(fields(withPassword(Map.of("cloud", "custom")))).containsExactly("url");
    }

    @Test
    void dependence_reaches_through_properties() {
        assertThat(fields(withPassword(Map.of("cloud", "custom", "url", "https://localhost"))))
                .containsExactly("path");
    }

    @Test
    void defaults_are_filled_in() {
        ProviderConfig config = check(withPassword(Map.of("size", " "))).config();

        assertThat(config.integer("size")).hasValue(200L);
        assertThat(config.text("cloud")).hasValue("global");
        assertThat(config.secret("password").orElseThrow().reveal()).isEqualTo("pass");
    }

    @Test
    void addresses_follow_the_host_policy() {
        assertThat(new SchemaCheck(
                                SCHEMA,
                                withPassword(Map.of("cloud", "custom", "url", "https://elsewhere.example")),
                                new HostPolicy(false))
                        .problems())
                .extracting(FieldProblem::field)
                .containsExactly("url");
    }

    private static List<String> fields(Settings settings) {
        return check(settings).problems().stream().map(FieldProblem::field).toList();
    }

    private static SchemaCheck check(Settings settings) {
        return new SchemaCheck(SCHEMA, settings, new HostPolicy(true));
    }

    private static Settings settings(Map<String, String> values) {
        return new Settings(values, Map.of(), Map.of());
    }

    private static Settings withPassword(Map<String, String> values) {
        return new Settings(values, Map.of("password", Secret.of("pass")), Map.of());
    }
}
