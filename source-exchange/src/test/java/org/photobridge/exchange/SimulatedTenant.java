package org.photobridge.exchange;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.certificate.KeyedCertificate;
import org.photobridge.simulator.directory.Group;
import org.photobridge.spi.ClientCertificate;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.Secret;
import org.photobridge.testkit.TestProviderContext;

/** The settings by which this provider reaches a simulated tenant. */
final class SimulatedTenant {
    private SimulatedTenant() {}

    static ProviderConfig withSecret(M365Simulator simulator, String secret) {
        return ProviderConfig.of(
                addresses(simulator), Map.of(ExchangeSchema.CLIENT_SECRET, Secret.of(secret)), Map.of());
    }

    static ProviderConfig withCertificate(M365Simulator simulator, KeyedCertificate certificate) {
        ClientCertificate credential = ClientCertificate.of(certificate.key(), List.of(certificate.certificate()));
        return ProviderConfig.of(addresses(simulator), Map.of(), Map.of(ExchangeSchema.CERTIFICATE, credential));
    }

    static TestProviderContext context(M365Simulator simulator, Path workFolder, Clock clock) {
        return TestProviderContext.trusting(simulator.caPem(), workFolder, clock);
    }

    static String groupId(M365Simulator simulator, String name) {
        return simulator.tenant().groups().stream()
                .filter(group -> group.displayName().equals(name))
                .map(Group::id)
                .findFirst()
                .orElseThrow();
    }

    static java.util.Set<String> members(M365Simulator simulator, String group) {
        Group found = simulator.tenant().group(groupId(simulator, group)).orElseThrow();
        return simulator.tenant().members(found, true).stream()
                .mapToObj(index -> simulator.tenant().person(index).objectId())
                .collect(Collectors.toSet());
    }

    private static Map<String, String> addresses(M365Simulator simulator) {
        Map<String, String> values = new HashMap<>();
        values.put(ExchangeSchema.CLOUD, Cloud.CUSTOM.value());
        values.put(ExchangeSchema.LOGIN_URL, simulator.loginUrl().toString());
        values.put(ExchangeSchema.GRAPH_URL, simulator.graphUrl().toString());
        values.put(ExchangeSchema.TENANT_ID, simulator.tenantId());
        values.put(ExchangeSchema.CLIENT_ID, simulator.clientId());
        return values;
    }
}
