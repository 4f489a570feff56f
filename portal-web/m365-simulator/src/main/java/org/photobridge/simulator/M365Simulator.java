package org.photobridge.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.photobridge.simulator.certificate.CertificateMaker;
import org.photobridge.simulator.certificate.KeyMaterial;
import org.photobridge.simulator.certificate.KeyedCertificate;
import org.photobridge.simulator.control.ControlSite;
import org.photobridge.simulator.control.ControlSite.Levers;
import org.photobridge.simulator.directory.AppRegistration;
import org.photobridge.simulator.directory.AppRegistration.AppSecret;
import org.photobridge.simulator.directory.Resource;
import org.photobridge.simulator.directory.Tenant;
import org.photobridge.simulator.entra.AccessTokens;
import org.photobridge.simulator.entra.EntraSite;
import org.photobridge.simulator.graph.GraphSite;
import org.photobridge.simulator.graph.GraphSwitches;
import org.photobridge.simulator.http.Faults;
import org.photobridge.simulator.http.Pace;
import org.photobridge.simulator.http.RequestLog;
import org.photobridge.simulator.http.SimClock;
import org.photobridge.simulator.http.SimHandler;
import org.photobridge.simulator.http.Site;
import org.photobridge.simulator.sharepoint.SharePointSites;
import org.photobridge.simulator.sharepoint.SharePointState;
import org.photobridge.simulator.throttle.Throttle;

/** A running Microsoft 365 on loopback: Entra's token end point, Graph, and SharePoint's three hosts. */
public final class M365Simulator implements AutoCloseable {
    private static final int THREADS = 64;
    private static final AtomicInteger THREAD_NUMBER = new AtomicInteger();
    /** Begins the demo app's secret, which is the same for the same seed: it opens nothing but this simulator. */
    private static final String SECRET = "sim-secret~";

    private final KeyMaterial keys;
    private final ExecutorService threads;
    private final Sockets sockets;
    private final SimClock clock;
    private final Tenant tenant;
    private final AccessTokens tokens;
    private final RequestLog log;
    private final Faults faults = new Faults();
    private final Pace pace = new Pace();
    private final GraphSwitches graphSwitches;
    private final SharePointSites sharePointSites;
    private final AppRegistration app;
    private final Throttle throttle;

    private M365Simulator(SimulatorOptions options) throws IOException {
        this.clock = new SimClock(options.clock());
        this.keys = keys(options);
        this.threads = Executors.newFixedThreadPool(THREADS, M365Simulator::thread);
        this.sockets = Sockets.open(options, keys.serverContext(), threads);
        this.tenant = new Tenant(options.seed(), options.users(), options.locale(), sockets.urls());
        this.tokens = new AccessTokens(tenant, clock);
        this.log = new RequestLog(clock);
        this.graphSwitches = new GraphSwitches(clock);
        this.sharePointSites = new SharePointSites(tenant, tokens, clock);
        this.app = demoApp();
        this.throttle = new Throttle(tokens, clock, options.users());
        if (options.throttled()) {
            throttle.switchOn();
        }
        sockets.serve(handlers(options));
    }

    /** @throws UncheckedIOException if a port is taken, or the keys can't be read */
    public static M365Simulator start(SimulatorOptions options) {
        try {
            return new M365Simulator(options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI loginUrl() {
        return tenant.urls().of(Site.LOGIN);
    }

    /** Without the version: append /v1.0. */
    public URI graphUrl() {
        return tenant.urls().of(Site.GRAPH);
    }

    public URI rootUrl() {
        return tenant.urls().of(Site.ROOT);
    }

    public URI mySiteUrl() {
        return tenant.urls().of(Site.MY);
    }

    public URI adminUrl() {
        return tenant.urls().of(Site.ADMIN);
    }

    /** Plain HTTP. */
    public URI controlUrl() {
        return tenant.urls().of(Site.CONTROL);
    }

    /** The certificate to trust. */
    public String caPem() {
        return keys.authority().certificatePem();
    }

    public String tenantId() {
        return tenant.id();
    }

    /** Of an app that has all the roles that a synchronisation needs, a secret and a certificate. */
    public String clientId() {
        return app.clientId();
    }

    public String clientSecret() {
        return app.secrets().get(0).value();
    }

    public KeyedCertificate clientCertificate() {
        return keys.client();
    }

    public AppRegistration app() {
        return app;
    }

    public Tenant tenant() {
        return tenant;
    }

    public AccessTokens tokens() {
        return tokens;
    }

    /** What Graph may do and needn't. */
    public GraphSwitches graph() {
        return graphSwitches;
    }

    /** SharePoint from behind: profiles, files, visits. */
    public SharePointState sharePoint() {
        return sharePointSites.state();
    }

    public RequestLog requests() {
        return log;
    }

    public Faults faults() {
        return faults;
    }

    public Throttle throttle() {
        return throttle;
    }

    public SimClock clock() {
        return clock;
    }

    /** A certificate that no app knows yet, to register, or not. */
    public KeyedCertificate anotherCertificate(String name, Instant expires) {
        return new CertificateMaker(clock).selfSigned("CN=" + name, expires);
    }

    @Override
    public void close() {
        pace.close();
        sockets.close();
        threads.shutdownNow();
        sharePointSites.close();
        tenant.close();
    }

    private static KeyMaterial keys(SimulatorOptions options) throws IOException {
        if (options.keyFile().isEmpty()) {
            return KeyMaterial.ofThisProcess();
        }
        Path file = options.keyFile().get();
        if (Files.exists(file)) {
            return KeyMaterial.load(file);
        }
        KeyMaterial made = KeyMaterial.make();
        made.save(file);
        return made;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "m365-simulator-" + THREAD_NUMBER.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    private AppRegistration demoApp() {
        AppRegistration made = tenant.apps().register("Photobridge demo");
        Instant nextYear = clock.instant().plus(Duration.ofDays(365));
        made.addSecret(new AppSecret(made.clientId().replace('a', 'b'), SECRET + tenant.id(), nextYear));
        made.addCertificate(keys.client().certificate());
        made.grant(Resource.GRAPH, "ProfilePhoto.Read.All");
        made.grant(Resource.GRAPH, "User.Read.All");
        made.grant(Resource.GRAPH, "GroupMember.Read.All");
        made.grant(Resource.SHAREPOINT, "Sites.FullControl.All");
        made.grant(Resource.SHAREPOINT, "User.ReadWrite.All");
        return made;
    }

    private Map<Site, SimHandler> handlers(SimulatorOptions options) {
        Map<Site, SimHandler> handlers = new EnumMap<>(Site.class);
        SimHandler sharePoint = piped(throttle.limitingSharePoint(sharePointSites));
        sharePointSites.sendBatchItemsThrough(sharePoint);
        handlers.put(Site.LOGIN, piped(new EntraSite(tenant, tokens, clock, options.tokenLife())));
        UnaryOperator<SimHandler> toGraph = handler -> piped(throttle.limitingGraph(pace.holding(handler)));
        handlers.put(Site.GRAPH, toGraph.apply(new GraphSite(tenant, tokens, graphSwitches, clock, toGraph)));
        handlers.put(Site.ROOT, sharePoint);
        handlers.put(Site.MY, sharePoint);
        handlers.put(Site.ADMIN, sharePoint);
        handlers.put(
                Site.CONTROL,
                new ControlSite(tenant, new Levers(graphSwitches, sharePoint(), faults, throttle, log, clock)));
        return handlers;
    }

    private SimHandler piped(SimHandler handler) {
        return log.noting(pace.holding(faults.harming(handler)));
    }
}
