package org.photobridge.sharepoint;

import java.util.Arrays;
import java.util.List;
import org.photobridge.spi.Choice;
import org.photobridge.spi.ConfigGroup;
import org.photobridge.spi.ConfigProperty;
import org.photobridge.spi.ConfigSchema;
import org.photobridge.spi.PropertyType;

/** The settings that a connection to SharePoint Online needs. */
final class SharePointSchema {
    static final String ACCOUNT_PREFIX = "i:0#.f|membership|";

    private SharePointSchema() {}

    static ConfigSchema schema() {
        return ConfigSchema.empty()
                .group(ConfigGroup.shared("app", Texts.of("group.app"), ConfigGroup.ENTRA_APP), app())
                .group(group("sites"), sites())
                .group(group("pictures"), pictures())
                .group(group("writing"), writing())
                .group(group("limits"), limits());
    }

    private static ConfigGroup group(String name) {
        return ConfigGroup.of(name, Texts.of("group." + name));
    }

    private static ConfigProperty[] app() {
        List<Choice> clouds = Arrays.stream(Cloud.values())
                .map(cloud -> choice("cloud", cloud.value()))
                .toList();
        return properties(
                property("tenantId", PropertyType.STRING).required(),
                property("clientId", PropertyType.STRING).required(),
                property("cloud", PropertyType.CHOICE).choices(clouds).defaultValue(Cloud.GLOBAL.value()),
                property("loginUrl", PropertyType.URI).required().onlyIf("cloud", Cloud.CUSTOM.value()),
                property("certificate", PropertyType.CERTIFICATE).required());
    }

    private static ConfigProperty[] sites() {
        return properties(
                property("tenantName", PropertyType.STRING),
                property("adminUrl", PropertyType.URI),
                property("mySiteUrl", PropertyType.URI),
                property("rootUrl", PropertyType.URI));
    }

    private static ConfigProperty[] pictures() {
        return Arrays.stream(ThumbnailSize.values())
                .map(size -> property("size" + size.name(), PropertyType.INTEGER)
                        .defaultValue(Integer.toString(size.defaultPixels())))
                .toArray(ConfigProperty[]::new);
    }

    private static ConfigProperty[] writing() {
        return properties(
                property("transport", PropertyType.CHOICE)
                        .choices(choices("transport", "csom", "rest"))
                        .defaultValue("csom"),
                property("exchangeSyncState", PropertyType.CHOICE)
                        .choices(choices("exchangeSyncState", "1", "0"))
                        .defaultValue("1"),
                property("accountPrefix", PropertyType.STRING).defaultValue(ACCOUNT_PREFIX));
    }

    private static ConfigProperty[] limits() {
        List<Choice> tiers = Arrays.stream(LicenceTier.values())
                .map(tier -> choice("licences", tier.value()))
                .toList();
        return properties(
                property("licences", PropertyType.CHOICE).choices(tiers).defaultValue(LicenceTier.UP_TO_1000.value()),
                property("tenantShare", PropertyType.INTEGER).defaultValue("50"),
                property("mostInFlight", PropertyType.INTEGER).defaultValue("4"),
                property("ruUnits", PropertyType.INTEGER),
                property("ruWindow", PropertyType.DURATION),
                property("ruDayUnits", PropertyType.INTEGER),
                property("ruDayWindow", PropertyType.DURATION),
                property("peopleManagerUnits", PropertyType.INTEGER),
                property("peopleManagerWindow", PropertyType.DURATION));
    }

    private static ConfigProperty property(String name, PropertyType type) {
        return ConfigProperty.named(name, type)
                .label(Texts.of("setting." + name + ".label"))
                .help(Texts.of("setting." + name + ".help"));
    }

    private static List<Choice> choices(String property, String... values) {
        return Arrays.stream(values).map(value -> choice(property, value)).toList();
    }

    private static Choice choice(String property, String value) {
        return new Choice(value, Texts.of("setting." + property + ".choice." + value));
    }

    private static ConfigProperty[] properties(ConfigProperty... properties) {
        return properties;
    }
}
