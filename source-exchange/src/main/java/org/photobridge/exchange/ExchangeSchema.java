package org.photobridge.exchange;

import java.util.Arrays;
import java.util.List;
import org.photobridge.spi.Choice;
import org.photobridge.spi.ConfigGroup;
import org.photobridge.spi.ConfigProperty;
import org.photobridge.spi.ConfigSchema;
import org.photobridge.spi.PropertyType;

/** The settings that an Exchange connection asks for, and their names. */
final class ExchangeSchema {
    static final String CLOUD = "cloud";
    static final String LOGIN_URL = "loginUrl";
    static final String TENANT_ID = "tenantId";
    static final String CLIENT_ID = "clientId";
    static final String CLIENT_SECRET = "clientSecret";
    static final String CERTIFICATE = "certificate";
    static final String GRAPH_URL = "graphUrl";
    static final String BATCHES_IN_FLIGHT = "batchesInFlight";
    static final String PHOTO_CALLS = "photoCalls";
    static final String PHOTO_WINDOW = "photoWindow";
    static final String DIRECTORY_UNITS = "directoryUnits";
    static final String DIRECTORY_WINDOW = "directoryWindow";

    private ExchangeSchema() {}

    static ConfigSchema schema() {
        return ConfigSchema.empty()
                .group(
                        ConfigGroup.shared("app", Texts.of("group.app"), ConfigGroup.ENTRA_APP),
                        property(CLOUD, PropertyType.CHOICE)
                                .choices(clouds())
                                .defaultValue(Cloud.GLOBAL.value())
                                .required(),
                        property(LOGIN_URL, PropertyType.URI)
                                .onlyIf(CLOUD, Cloud.CUSTOM.value())
                                .required(),
                        property(TENANT_ID, PropertyType.STRING).required(),
                        property(CLIENT_ID, PropertyType.STRING).required(),
                        property(CERTIFICATE, PropertyType.CERTIFICATE),
                        property(CLIENT_SECRET, PropertyType.SECRET))
                .group(
                        ConfigGroup.of("service", Texts.of("group.service")),
                        property(GRAPH_URL, PropertyType.URI)
                                .onlyIf(CLOUD, Cloud.CUSTOM.value())
                                .required())
                .group(
                        ConfigGroup.of("limits", Texts.of("group.limits")),
                        property(BATCHES_IN_FLIGHT, PropertyType.INTEGER).defaultValue("1"),
                        property(PHOTO_CALLS, PropertyType.INTEGER).defaultValue("10000"),
                        property(PHOTO_WINDOW, PropertyType.DURATION).defaultValue("PT10M"),
                        property(DIRECTORY_UNITS, PropertyType.INTEGER).defaultValue("3500"),
                        property(DIRECTORY_WINDOW, PropertyType.DURATION).defaultValue("PT10S"));
    }

    private static ConfigProperty property(String name, PropertyType type) {
        return ConfigProperty.named(name, type)
                .label(Texts.of("setting." + name + ".label"))
                .help(Texts.of("setting." + name + ".help"));
    }

    private static List<Choice> clouds() {
        return Arrays.stream(Cloud.values())
                .map(cloud -> new Choice(cloud.value(), Texts.of("cloud." + cloud.value())))
                .toList();
    }
}
