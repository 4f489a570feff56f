package org.photobridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.photobridge.spi.Choice;
import org.photobridge.spi.ConfigGroup;
import org.photobridge.spi.ConfigProperty;
import org.photobridge.spi.ConfigSchema;
import org.photobridge.spi.EndFactory;
import org.photobridge.spi.ErrorEntry;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.PhotoProvider;
import org.photobridge.spi.PropertyType;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.ProviderDescriptor;

/** What every provider keeps to before anything is opened: entry, descriptors, settings and error catalogue. */
public abstract class ProviderContract {

    private static final Set<String> ENTRA_APP_NAMES =
            Set.of("tenantId", "clientId", "cloud", "loginUrl", "clientSecret", "certificate");

    /** The provider class that the service file names. */
    protected abstract Class<? extends PhotoProvider> providerClass();

    private PhotoProvider provider() {
        return ServiceLoader.load(PhotoProvider.class, providerClass().getClassLoader()).stream()
                .filter(found -> found.type() == providerClass())
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "No META-INF/services/" + PhotoProvider.class.getName() + " names " + providerClass()))
                .get();
    }

    private List<EndFactory> factories() {
        PhotoProvider provider = provider();
        return Stream.<EndFactory>concat(provider.sourceFactory().stream(), provider.targetFactory().stream())
                .toList();
    }

    private Stream<ConfigProperty> properties() {
        return factories().stream().flatMap(factory -> factory.configSchema().properties().stream());
    }

    @Test
    void service_file_names_a_provider_of_something() {
        assertThat(factories()).isNotEmpty();
    }

    @Test
    void ends_present_themselves() {
        assertThat(factories()).allSatisfy(factory -> {
            assertSays(factory.descriptor().name());
            assertSays(factory.descriptor().description());
        });
    }

    @Test
    void settings_are_always_the_same() {
        assertThat(factories())
                .allSatisfy(
                        factory -> assertThat(names(factory.configSchema())).isEqualTo(names(factory.configSchema())));
    }

    @Test
    void settings_have_words_for_people() {
        assertThat(factories().stream().flatMap(factory -> factory.configSchema().groups().stream()))
                .allSatisfy(group -> assertSays(group.label()));
        assertThat(properties()).allSatisfy(property -> assertSays(property.label()));
    }

    @Test
    void choices_have_values_to_choose_from_and_others_have_none() {
        assertThat(properties())
                .allSatisfy(property -> assertThat(property.choices().isEmpty())
                        .as(property.name())
                        .isEqualTo(property.type() != PropertyType.CHOICE));
        assertThat(properties().flatMap(property -> property.choices().stream()))
                .allSatisfy(choice -> assertSays(choice.label()));
    }

    @Test
    void defaults_are_values_of_their_type() {
        assertThat(properties())
                .allSatisfy(property -> property.defaultValue()
                        .ifPresent(value -> assertThatCode(() -> requireReadable(property, value))
                                .as(property.name())
                                .doesNotThrowAnyException()));
    }

    @Test
    void conditions_name_settings_of_the_same_form() {
        for (EndFactory factory : factories()) {
            ConfigSchema schema = factory.configSchema();
            assertThat(schema.properties().stream().flatMap(property -> property.dependsOn().entrySet().stream()))
                    .allSatisfy(condition -> assertCanHold(schema, condition));
        }
    }

    private static void assertCanHold(ConfigSchema schema, Map.Entry<String, String> condition) {
        assertThat(schema.property(condition.getKey())).as(condition.getKey()).isPresent();
        ConfigProperty other = schema.property(condition.getKey()).get();
        assertThatCode(() -> requireReadable(other, condition.getValue())).doesNotThrowAnyException();
    }

    @Test
    void shared_groups_use_the_names_that_all_share() {
        for (EndFactory factory : factories()) {
            ConfigSchema schema = factory.configSchema();
            assertThat(schema.groups().stream()
                            .filter(group -> group.sharedKind().isPresent()))
                    .allSatisfy(group -> assertSharesKnownNames(schema, group));
        }
    }

    private static void assertSharesKnownNames(ConfigSchema schema, ConfigGroup group) {
        assertThat(group.sharedKind()).contains(ConfigGroup.ENTRA_APP);
        assertThat(schema.properties(group)).extracting(ConfigProperty::name).isSubsetOf(ENTRA_APP_NAMES);
    }

    @Test
    void validation_of_nothing_finds_problems_with_known_settings_at_most() {
        for (EndFactory factory : factories()) {
            assertThat(factory.validate(ProviderConfig.of(Map.of())))
                    .allSatisfy(
                            problem -> assertThat(names(factory.configSchema())).contains(problem.property()));
        }
    }

    @Test
    void error_catalogue_explains_each_code_once_and_in_full() {
        for (EndFactory factory : factories()) {
            ProviderDescriptor descriptor = factory.descriptor();
            assertThat(descriptor.errors()).extracting(ErrorEntry::code).doesNotHaveDuplicates();
            assertThat(descriptor.errors()).allSatisfy(entry -> {
                assertSays(entry.cause());
                assertSays(entry.remedy());
                assertSays(entry.tellPerson());
            });
        }
    }

    private static void requireReadable(ConfigProperty property, String value) {
        switch (property.type()) {
            case INTEGER -> Long.parseLong(value);
            case BOOLEAN -> assertThat(value).isIn("true", "false");
            case DURATION -> Duration.parse(value);
            case URI -> assertThat(URI.create(value).isAbsolute()).isTrue();
            case CHOICE ->
                assertThat(property.choices()).extracting(Choice::value).contains(value);
            default -> assertThat(value).isNotBlank();
        }
    }

    private static void assertSays(LocalText text) {
        assertThat(text.get(Locale.ENGLISH)).isNotBlank();
    }

    private static List<String> names(ConfigSchema schema) {
        return schema.properties().stream().map(ConfigProperty::name).toList();
    }
}
