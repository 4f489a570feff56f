package org.photobridge.portal.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.photobridge.portal.test.PortalClient;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.SimulatorOptions;
import org.photobridge.simulator.certificate.KeyedCertificate;
import org.photobridge.simulator.directory.AppRegistration;
import org.photobridge.simulator.directory.Resource;

/**
 * One portal process and one tenant for all tests that ask for them: starting both takes longer than a test. Beside the
 * plan that works it has one for each way in which a connection can be wrong, and it believes a proxy on this machine.
 */
final class WholePortal implements AutoCloseable {
    static final String WRONG_SECRET = "Wrong secret";
    static final String EXPIRED_CERTIFICATE = "Expired certificate";
    static final String EXPIRED_IN_EXCHANGE = "Expired certificate in Exchange";
    static final String WITHOUT_PHOTOS = "Without photos";
    static final String WRONG_HOST = "Wrong host";
    static final String NOBODY_ANSWERS = "Nobody answers";
    static final String LARGE = "Five hundred";

    /** Nothing listens there: a port that only the administrator could open. */
    private static final URI CLOSED = URI.create("https://localhost:1");

    private final Path folder;
    private final M365Simulator tenant;
    private final M365Simulator large;
    private final PortalProcess process;

    private WholePortal() throws Exception {
        folder = Files.createTempDirectory("photobridge-acceptance");
        tenant = M365Simulator.start(SimulatorOptions.defaults());
        TenantFiles.hurry(tenant);
        large = M365Simulator.start(SimulatorOptions.defaults().users(500));
        TenantFiles.hurry(large);
        process = PortalProcess.start(folder, bootstrap(), Map.of("PHOTOBRIDGE_PROXIES", "127.0.0.1"));
    }

    M365Simulator tenant() {
        return tenant;
    }

    /** A second tenant, connected by a plan of its own. */
    M365Simulator large() {
        return large;
    }

    PortalApi api() {
        return process.api();
    }

    PortalClient client() {
        return process.client();
    }

    Path home() {
        return process.home();
    }

    static String without(String role) {
        return "Without " + role;
    }

    private Path bootstrap() throws IOException {
        TenantFiles files = new TenantFiles(tenant, folder);
        wrongSecret(files);
        expiredCertificate(files);
        files.target("Swapped hosts", TenantFiles.GOOD, tenant.rootUrl(), tenant.adminUrl())
                .plan(WRONG_HOST, TenantFiles.EXCHANGE, "Swapped hosts");
        files.sourceAt("Closed", CLOSED).plan(NOBODY_ANSWERS, "Closed", TenantFiles.SHAREPOINT);
        for (Resource resource : Resource.values()) {
            tenant.app().roles(resource).stream().sorted().forEach(role -> withoutRole(files, resource, role));
        }
        withoutPhotos(files);
        return files.beside(LARGE, large).done();
    }

    private void wrongSecret(TenantFiles files) throws IOException {
        files.write("wrong.txt", "not-the-secret-of-this-app")
                .withSecret(WRONG_SECRET, tenant.clientId(), "wrong.txt")
                .source(WRONG_SECRET, WRONG_SECRET, tenant.graphUrl())
                .plan(WRONG_SECRET, WRONG_SECRET, TenantFiles.SHAREPOINT);
    }

    private void expiredCertificate(TenantFiles files) throws IOException {
        KeyedCertificate expired =
                tenant.anotherCertificate("expired", tenant.clock().instant().minus(Duration.ofDays(1)));
        tenant.app().addCertificate(expired.certificate());
        files.write("expired.pem", expired.pem())
                .withCertificate(EXPIRED_CERTIFICATE, tenant.clientId(), "expired.pem")
                .target(EXPIRED_CERTIFICATE, EXPIRED_CERTIFICATE, tenant.adminUrl(), tenant.rootUrl())
                .plan(EXPIRED_CERTIFICATE, TenantFiles.EXCHANGE, EXPIRED_CERTIFICATE)
                .source(EXPIRED_IN_EXCHANGE, EXPIRED_CERTIFICATE, tenant.graphUrl())
                .plan(EXPIRED_IN_EXCHANGE, EXPIRED_IN_EXCHANGE, TenantFiles.SHAREPOINT);
    }

    private void withoutRole(TenantFiles files, Resource resource, String role) {
        plan(files, without(role), (any, granted) -> any != resource || !granted.equals(role));
    }

    /** People can be listed by their directory's permission, which says nothing of photos. */
    private void withoutPhotos(TenantFiles files) {
        plan(files, WITHOUT_PHOTOS, (any, granted) -> any != Resource.GRAPH)
                .grant(Resource.GRAPH, "Directory.Read.All");
    }

    /** An app of its own: the portal keeps its tokens for an hour, and with them the roles of then. */
    private AppRegistration plan(TenantFiles files, String name, BiPredicate<Resource, String> keeps) {
        AppRegistration app = tenant.tenant().apps().register(name);
        app.addCertificate(tenant.clientCertificate().certificate());
        for (Resource any : Resource.values()) {
            tenant.app().roles(any).stream()
                    .filter(granted -> keeps.test(any, granted))
                    .forEach(granted -> app.grant(any, granted));
        }
        String source = "Exchange, " + name;
        String target = "SharePoint, " + name;
        files.withCertificate(name, app.clientId(), "client.pem")
                .source(source, name, tenant.graphUrl())
                .target(target, name, tenant.adminUrl(), tenant.rootUrl())
                .plan(name, source, target);
        return app;
    }

    @Override
    public void close() throws IOException {
        process.close();
        tenant.close();
        large.close();
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException problem) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Gives tests the one portal, started when the first of them asks. */
    static final class Here implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == WholePortal.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(WholePortal.class))
                    .getOrComputeIfAbsent(WholePortal.class, type -> start(), WholePortal.class);
        }

        private static WholePortal start() {
            try {
                return new WholePortal();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
