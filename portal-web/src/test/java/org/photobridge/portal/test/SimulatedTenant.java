package org.photobridge.portal.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.SimulatorOptions;
import org.photobridge.simulator.directory.PhotoShape;

/**
 * The Microsoft 365 tenant that the portal under test is connected to: a simulator in the tests' own process, and the
 * bootstrap file that tells the portal of it.
 */
public final class SimulatedTenant {
    /** The API token that the bootstrap file makes, with the role admin. */
    public static final String API_TOKEN = "pbtest_0123456789abcdefghijklmnopqrstuvwxyz";

    /** What the bootstrap file calls the plan for everybody. */
    public static final String PLAN = "Everybody";

    /** Some fifty whom tests know by name, and as many others. */
    private static final int PEOPLE = 110;

    private static M365Simulator simulator;

    private SimulatedTenant() {}

    /** The running simulator, in the client's process only. */
    public static synchronized M365Simulator get() {
        if (simulator == null) {
            simulator = M365Simulator.start(
                    SimulatorOptions.defaults().users(PEOPLE).seed(42));
            hurry(simulator);
        }
        return simulator;
    }

    /** Gives the one whose every answer takes five seconds a picture like everybody's. */
    private static void hurry(M365Simulator tenant) {
        tenant.tenant().photos().reshape(tenant.tenant().named("slow.photo"), PhotoShape.EXCHANGE);
    }

    /**
     * Writes what the portal needs to know of the tenant; answers the bootstrap file. It has no limits worth the name:
     * a run that waits for the next minute's allowance proves nothing here.
     */
    static Path describe(Path folder) {
        M365Simulator tenant = get();
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("ca.pem"), tenant.caPem());
            Files.writeString(
                    folder.resolve("client.pem"), tenant.clientCertificate().pem());
            Files.writeString(folder.resolve("token.txt"), API_TOKEN);
            return Files.writeString(folder.resolve("bootstrap.json"), bootstrap(tenant));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bootstrap(M365Simulator tenant) {
        return """
                {"allowCustomHosts": true,
                 "appRegistrations": [{"name": "Simulated tenant", "tenantId": "%s", "clientId": "%s",
                   "cloud": "custom", "loginUrl": "%s", "certificate": {"file": "client.pem"}}],
                 "connections": [
                   {"name": "Exchange", "provider": "exchange", "role": "source", "caFile": "ca.pem",
                    "appRegistration": "Simulated tenant", "values": {"graphUrl": "%s"}},
                   {"name": "SharePoint", "provider": "sharepoint", "role": "target", "caFile": "ca.pem",
                    "appRegistration": "Simulated tenant",
                    "values": {"adminUrl": "%s", "mySiteUrl": "%s", "rootUrl": "%s"},
                    "limits": {"ru": {"units": 1000000, "window": "PT1M"},
                               "people-manager": {"units": 1000000, "window": "PT1M"}}}],
                 "plans": [{"name": "%s", "source": "Exchange", "target": "SharePoint", "trial": false}],
                 "apiTokens": [{"name": "tests", "roles": ["admin"], "token": {"file": "token.txt"}}]}
                """.formatted(
                        tenant.tenantId(),
                        tenant.clientId(),
                        tenant.loginUrl(),
                        tenant.graphUrl(),
                        tenant.adminUrl(),
                        tenant.mySiteUrl(),
                        tenant.rootUrl(),
                        PLAN);
    }
}
