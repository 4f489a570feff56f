package org.photobridge.portal.acceptance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.photobridge.portal.test.SimulatedTenant;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.directory.PhotoShape;

/** Writes the bootstrap file of a portal, with as many ways into one tenant as a test needs. */
final class TenantFiles {
    static final String GOOD = "Good";
    static final String EXCHANGE = "Exchange";
    static final String SHAREPOINT = "SharePoint";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final M365Simulator tenant;
    private final Path folder;
    private final String ca;
    private final ObjectNode root;

    TenantFiles(M365Simulator tenant, Path folder) throws IOException {
        this.tenant = tenant;
        this.folder = Files.createDirectories(folder);
        this.ca = "ca.pem";
        this.root = MAPPER.createObjectNode().put("allowCustomHosts", true);
        write(ca, tenant.caPem());
        write("client.pem", tenant.clientCertificate().pem());
        write("token.txt", SimulatedTenant.API_TOKEN);
        withCertificate(GOOD, tenant.clientId(), "client.pem");
        source(EXCHANGE, GOOD, tenant.graphUrl());
        target(SHAREPOINT, GOOD, tenant.adminUrl(), tenant.rootUrl());
        plan(SimulatedTenant.PLAN, EXCHANGE, SHAREPOINT);
        root.putArray("apiTokens")
                .addObject()
                .put("name", "tests")
                .putPOJO("roles", MAPPER.createArrayNode().add("admin"))
                .putPOJO("token", MAPPER.createObjectNode().put("file", "token.txt"));
    }

    private TenantFiles(M365Simulator tenant, TenantFiles beside, String ca) throws IOException {
        this.tenant = tenant;
        this.folder = beside.folder;
        this.ca = ca;
        this.root = beside.root;
        write(ca, tenant.caPem());
    }

    /** Another tenant with its own plan, which may replace as much as it likes without being asked. */
    TenantFiles beside(String name, M365Simulator other) throws IOException {
        String key = name + ".pem";
        new TenantFiles(other, this, name + "-ca.pem")
                .write(key, other.clientCertificate().pem())
                .withCertificate(name, other.clientId(), key)
                .source("Exchange, " + name, name, other.graphUrl())
                .target("SharePoint, " + name, name, other.adminUrl(), other.rootUrl())
                .plan(name, "Exchange, " + name, "SharePoint, " + name);
        ObjectNode plan = (ObjectNode)
                root.withArray("plans").path(root.withArray("plans").size() - 1);
        plan.putObject("rules").put("guardPercent", 100);
        return this;
    }

    /** Gives the one whose every answer takes five seconds a picture like everybody's. */
    static void hurry(M365Simulator tenant) {
        tenant.tenant().photos().reshape(tenant.tenant().named("slow.photo"), PhotoShape.EXCHANGE);
    }

    TenantFiles write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
        return this;
    }

    TenantFiles withCertificate(String name, String clientId, String file) {
        registration(name, clientId, tenant.loginUrl()).putObject("certificate").put("file", file);
        return this;
    }

    TenantFiles withSecret(String name, String clientId, String file) {
        registration(name, clientId, tenant.loginUrl())
                .putObject("clientSecret")
                .put("file", file);
        return this;
    }

    /** An app registration and a source at which nobody answers. */
    TenantFiles sourceAt(String name, URI nowhere) {
        registration(name, tenant.clientId(), nowhere).putObject("certificate").put("file", "client.pem");
        return source(name, name, nowhere);
    }

    TenantFiles source(String name, String registration, URI graph) {
        ObjectNode connection = connection(name, "exchange", "source", registration);
        connection.putObject("values").put("graphUrl", graph.toString());
        return this;
    }

    /** Without limits worth the name: a run that waits for the next minute's allowance proves nothing here. */
    TenantFiles target(String name, String registration, URI admin, URI root) {
        ObjectNode connection = connection(name, "sharepoint", "target", registration);
        connection
                .putObject("values")
                .put("adminUrl", admin.toString())
                .put("mySiteUrl", tenant.mySiteUrl().toString())
                .put("rootUrl", root.toString());
        ObjectNode limits = connection.putObject("limits");
        for (String limit : List.of("ru", "people-manager")) {
            limits.putObject(limit).put("units", 1_000_000).put("window", "PT1M");
        }
        return this;
    }

    /** Not on trial. */
    TenantFiles plan(String name, String source, String target) {
        root.withArray("plans")
                .addObject()
                .put("name", name)
                .put("source", source)
                .put("target", target)
                .put("trial", false);
        return this;
    }

    /** The bootstrap file. */
    Path done() throws IOException {
        return Files.writeString(folder.resolve("bootstrap.json"), root.toPrettyString());
    }

    private ObjectNode registration(String name, String clientId, URI login) {
        return root.withArray("appRegistrations")
                .addObject()
                .put("name", name)
                .put("tenantId", tenant.tenantId())
                .put("clientId", clientId)
                .put("cloud", "custom")
                .put("loginUrl", login.toString());
    }

    private ObjectNode connection(String name, String provider, String role, String registration) {
        return root.withArray("connections")
                .addObject()
                .put("name", name)
                .put("provider", provider)
                .put("role", role)
                .put("caFile", ca)
                .put("appRegistration", registration);
    }
}
