package org.photobridge.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigSchemaTest {

    private static final ConfigGroup SERVICE = ConfigGroup.of("service", LocalText.of("Service"));
    private static final ConfigGroup APP = ConfigGroup.shared("app", LocalText.of("App"), ConfigGroup.ENTRA_APP);
    private static final ConfigProperty URL = ConfigProperty.named("url", PropertyType.URI);
    private static final ConfigProperty TENANT = ConfigProperty.named("tenantId", PropertyType.STRING);

    @Test
    void groups_and_settings_keep_their_order() {
        ConfigSchema schema = ConfigSchema.empty().group(SERVICE, URL).group(APP, TENANT);
        assertThat(schema.groups()).containsExactly(SERVICE, APP);
        assertThat(schema.properties()).extracting(ConfigProperty::name).containsExactly("url", "tenantId");
        assertThat(schema.property("tenantId")).contains(TENANT);
        assertThat(schema.property("nobody")).isEmpty();
    }

    @Test
    void two_settings_of_one_name_are_refused() {
        ConfigSchema schema = ConfigSchema.empty().group(SERVICE, URL);
        assertThatThrownBy(() -> schema.group(APP, TENANT, URL)).hasMessageContaining("url");
    }

    @Test
    void two_groups_of_one_name_are_refused_also_equal_ones() {
        ConfigSchema schema = ConfigSchema.empty().group(SERVICE, URL);
        assertThatThrownBy(() -> schema.group(SERVICE, TENANT)).hasMessageContaining("service");
        ConfigGroup sameName = ConfigGroup.of("service", LocalText.of("Another"));
        assertThatThrownBy(() -> schema.group(sameName, TENANT)).hasMessageContaining("service");
    }

    @Test
    void growing_a_schema_leaves_the_smaller_one_as_it_was() {
        ConfigSchema small = ConfigSchema.empty().group(SERVICE, URL);
        small.group(APP, TENANT);
        assertThat(small.groups()).containsExactly(SERVICE);
    }

    @Test
    void setting_carries_what_it_was_told() {
        ConfigProperty mode = ConfigProperty.named("mode", PropertyType.CHOICE)
                .label(LocalText.of("Mode"))
                .help(LocalText.of("How"))
                .required()
                .defaultValue("fast")
                .choices(List.of(new Choice("fast", LocalText.of("Fast"))))
                .onlyIf("url", "https://a")
                .onlyIf("tenantId", "t");
        assertThat(mode.isRequired()).isTrue();
        assertThat(mode.defaultValue()).contains("fast");
        assertThat(mode.dependsOn()).isEqualTo(Map.of("url", "https://a", "tenantId", "t"));
        assertThat(mode.help()).isEqualTo(LocalText.of("How"));
    }

    @Test
    void secret_has_no_default() {
        ConfigProperty secret = ConfigProperty.named("password", PropertyType.SECRET);
        assertThatThrownBy(() -> secret.defaultValue("letmein"))
                .hasMessageContaining("password")
                .hasMessageNotContaining("letmein");
    }

    @Test
    void name_that_no_form_could_use_is_refused() {
        assertThatThrownBy(() -> ConfigProperty.named("no spaces", PropertyType.STRING))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void settings_are_read_by_type() {
        ProviderConfig config =
                ProviderConfig.of(Map.of("n", "12", "yes", "true", "wait", "PT30S", "blank", " ", "bad", "soon"));
        assertThat(config.integer("n")).contains(12L);
        assertThat(config.isTrue("yes")).isTrue();
        assertThat(config.isTrue("unset")).isFalse();
        assertThat(config.duration("wait")).contains(Duration.ofSeconds(30));
        assertThat(config.text("blank")).isEmpty();
        assertThatThrownBy(() -> config.duration("bad")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> config.integer("bad")).isInstanceOf(IllegalArgumentException.class);
    }
}
