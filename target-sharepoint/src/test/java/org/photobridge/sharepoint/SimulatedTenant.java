package org.photobridge.sharepoint;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.SimulatorOptions;
import org.photobridge.simulator.certificate.KeyedCertificate;
import org.photobridge.simulator.directory.Person;
import org.photobridge.spi.Account;
import org.photobridge.spi.ClientCertificate;
import org.photobridge.spi.IdentifierType;
import org.photobridge.spi.ProviderConfig;

/** A simulated tenant with the settings that reach it. */
final class SimulatedTenant implements AutoCloseable {
    private final M365Simulator simulator;

    private SimulatedTenant(M365Simulator simulator) {
        this.simulator = simulator;
    }

    /** A tenant whose keys are made once and kept in a file, since making them takes longest. */
    static SimulatedTenant start(Path keys) {
        return start(SimulatorOptions.defaults().keyFile(keys));
    }

    static SimulatedTenant start(SimulatorOptions options) {
        return new SimulatedTenant(M365Simulator.start(options));
    }

    M365Simulator simulator() {
        return simulator;
    }

    ProviderConfig config() {
        return config(Map.of());
    }

    /** The settings that work, with some values replaced. */
    ProviderConfig config(Map<String, String> changed) {
        return config(changed, simulator.clientCertificate());
    }

    ProviderConfig config(Map<String, String> changed, KeyedCertificate certificate) {
        Map<String, String> values = new HashMap<>();
        values.put("tenantId", simulator.tenantId());
        values.put("clientId", simulator.clientId());
        values.put("cloud", "custom");
        values.put("loginUrl", simulator.loginUrl().toString());
        values.put("adminUrl", simulator.adminUrl().toString());
        values.put("mySiteUrl", simulator.mySiteUrl().toString());
        values.put("rootUrl", simulator.rootUrl().toString());
        values.putAll(changed);
        return ProviderConfig.of(values, Map.of(), Map.of("certificate", client(certificate)));
    }

    private static ClientCertificate client(KeyedCertificate certificate) {
        return ClientCertificate.of(certificate.key(), List.of(certificate.certificate()));
    }

    Person person(String alias) {
        return simulator.tenant().named(alias);
    }

    Account account(String alias) {
        return account(person(alias));
    }

    static Account account(Person person) {
        return Account.of(person.objectId(), person.displayName())
                .identifiedBy(IdentifierType.OBJECT_ID, person.objectId())
                .identifiedBy(IdentifierType.USER_PRINCIPAL_NAME, person.userPrincipalName());
    }

    Map<String, String> profile(String alias) {
        return simulator.sharePoint().profile(person(alias)).orElseThrow();
    }

    /** Notes what SharePoint holds of these people's pictures, and gives the way to put it back. */
    Runnable remembering(List<String> aliases) {
        List<Runnable> all = aliases.stream().map(this::remembering).toList();
        return () -> all.forEach(Runnable::run);
    }

    private Runnable remembering(String alias) {
        Map<String, String> properties = PictureProperties.of(profile(alias)).byName();
        Map<String, Optional<byte[]>> files = new HashMap<>();
        for (ThumbnailSize size : ThumbnailSize.values()) {
            String path = simulator.sharePoint().picturesFolder() + "/"
                    + size.fileName(person(alias).objectId());
            files.put(path, simulator.sharePoint().file(path));
        }
        return () -> putBack(alias, properties, files);
    }

    private void putBack(String alias, Map<String, String> properties, Map<String, Optional<byte[]>> files) {
        properties.forEach((name, value) -> simulator.sharePoint().setProperty(person(alias), name, value));
        files.forEach((path, bytes) -> bytes.ifPresentOrElse(
                there -> simulator.sharePoint().putFile(path, there),
                () -> simulator.sharePoint().deleteFile(path)));
    }

    @Override
    public void close() {
        simulator.close();
    }
}
