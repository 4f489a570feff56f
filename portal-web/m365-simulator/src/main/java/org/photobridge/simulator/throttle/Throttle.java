package org.photobridge.simulator.throttle;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.photobridge.simulator.entra.AccessTokens;
import org.photobridge.simulator.entra.TokenRefusedException;
import org.photobridge.simulator.http.SimHandler;
import org.photobridge.simulator.http.SimRequest;

/** The switch, the limits in force, and what was used of them. */
public final class Throttle {
    private final AccessTokens tokens;
    private final Clock clock;
    private final Map<String, Window> windows = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> refusals = new ConcurrentSkipListMap<>();
    private final Map<String, AtomicInteger> running = new ConcurrentHashMap<>();
    private volatile GraphLimits graph;
    private volatile SharePointLimits sharePoint;
    private volatile boolean on;
    private volatile boolean blocked;

    /** @param people decides the published limits; they hold once switched on */
    public Throttle(AccessTokens tokens, Clock clock, int people) {
        this.tokens = tokens;
        this.clock = clock;
        this.graph = GraphLimits.published(people);
        this.sharePoint = SharePointLimits.published(people);
    }

    /** Begins with fresh windows. */
    public void switchOn() {
        windows.clear();
        on = true;
    }

    public void switchOff() {
        on = false;
    }

    public boolean isOn() {
        return on;
    }

    /** SharePoint has blocked the app: 503 for everything, until this is taken back (documented). */
    public void block(boolean yes) {
        blocked = yes;
    }

    public boolean isBlocked() {
        return blocked;
    }

    public GraphLimits graph() {
        return graph;
    }

    public SharePointLimits sharePoint() {
        return sharePoint;
    }

    public void setGraph(GraphLimits limits) {
        graph = limits;
        windows.clear();
    }

    public void setSharePoint(SharePointLimits limits) {
        sharePoint = limits;
        windows.clear();
    }

    /** How often each limit refused a request, by its name. */
    public Map<String, Long> refusals() {
        Map<String, Long> counts = new ConcurrentSkipListMap<>();
        refusals.forEach((name, count) -> counts.put(name, count.sum()));
        return counts;
    }

    public void clearRefusals() {
        refusals.clear();
    }

    public SimHandler limitingGraph(SimHandler handler) {
        return new GraphThrottle(this, handler);
    }

    public SimHandler limitingSharePoint(SimHandler handler) {
        return new SharePointThrottle(this, handler);
    }

    /** How many photo calls are worked on now, by what the limit is counted for. */
    AtomicInteger running(String key) {
        return running.computeIfAbsent(key, none -> new AtomicInteger());
    }

    void refused(String limit) {
        refusals.computeIfAbsent(limit, none -> new LongAdder()).increment();
    }

    Window.Standing take(String name, Supplier<Allowance> allowance, long units) {
        return windows.computeIfAbsent(name, none -> new Window(allowance.get()))
                .take(units, clock.instant());
    }

    /** The calling app; empty if the token is none, and then nothing is counted: it will be refused anyway. */
    Optional<String> app(SimRequest request) {
        try {
            return Optional.of(tokens.verify(request).appId());
        } catch (TokenRefusedException e) {
            return Optional.empty();
        }
    }
}
