package org.photobridge.exchange;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.SimulatorOptions;
import org.photobridge.spi.PhotoSourceFactory;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.ProviderContext;
import org.photobridge.testkit.PhotoSourceContract;

/** The contract of every source, kept against a simulated tenant. */
class ExchangePhotoSourceContractIT extends PhotoSourceContract {
    private static final String WRONG_SECRET = "wrong-secret-canary";
    private static M365Simulator simulator;

    @BeforeAll
    static void startTenant() {
        simulator = M365Simulator.start(SimulatorOptions.defaults());
    }

    @AfterAll
    static void stopTenant() {
        simulator.close();
    }

    @Override
    protected PhotoSourceFactory factory() {
        return new ExchangeSourceFactory();
    }

    @Override
    protected ProviderConfig config() {
        return SimulatedTenant.withSecret(simulator, simulator.clientSecret());
    }

    @Override
    protected ProviderConfig unusableConfig() {
        return SimulatedTenant.withSecret(simulator, WRONG_SECRET);
    }

    @Override
    protected Set<String> secrets() {
        return Set.of(simulator.clientSecret(), WRONG_SECRET);
    }

    @Override
    protected ProviderContext newContext(Path workFolder) {
        return SimulatedTenant.context(simulator, workFolder, Clock.systemUTC());
    }

    @Override
    protected int people() {
        return simulator.tenant().size();
    }

    @Override
    protected int pageSize() {
        return 17;
    }

    @Override
    protected List<String> withPhoto() {
        return List.of(upn("anna.berg"), upn("daniel.o'hara"), upn("odd.size"), upn("tiny.photo"), upn("$cash.desk"));
    }

    @Override
    protected List<String> withoutPhoto() {
        return List.of(
                upn("no.photo"),
                upn("no.photo.entity"),
                upn("no.photo.item"),
                upn("no.photo.old"),
                upn("no.photo.placeholder"),
                upn("no.mailbox"));
    }

    @Override
    protected Map<String, Set<String>> groups() {
        Map<String, Set<String>> groups = new HashMap<>();
        for (String name : List.of("Sales", "Future hires", "Engineering", "Pilot: new pictures")) {
            groups.put(SimulatedTenant.groupId(simulator, name), SimulatedTenant.members(simulator, name));
        }
        return groups;
    }

    private static String upn(String alias) {
        return simulator.tenant().named(alias).userPrincipalName();
    }
}
