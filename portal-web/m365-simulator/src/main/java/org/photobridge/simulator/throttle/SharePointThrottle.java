package org.photobridge.simulator.throttle;

import java.time.Duration;
import java.util.Optional;
import org.photobridge.simulator.http.SimHandler;
import org.photobridge.simulator.http.SimRequest;
import org.photobridge.simulator.http.SimResponse;

/** Refuses what goes beyond SharePoint's limits: resource units per app and tenant, and user profile calls. */
final class SharePointThrottle implements SimHandler {
    private final Throttle throttle;
    private final SimHandler next;

    SharePointThrottle(Throttle throttle, SimHandler next) {
        this.throttle = throttle;
        this.next = next;
    }

    @Override
    public SimResponse handle(SimRequest request) {
        if (throttle.isBlocked()) {
            throttle.refused("sharepoint-blocked");
            return refusal(503, Duration.ofSeconds(120));
        }
        SharePointCost cost = SharePointCost.of(request, throttle.sharePoint().countsMethods());
        Optional<String> app = throttle.isOn() && cost.units() > 0 ? throttle.app(request) : Optional.empty();
        return app.isPresent() ? limited(request, app.get(), cost) : next.handle(request);
    }

    /** Every window is charged, also when another one refuses: throttled calls count (documented). */
    private SimResponse limited(SimRequest request, String app, SharePointCost cost) {
        SharePointLimits limits = throttle.sharePoint();
        Window.Standing minute = throttle.take("spo-minute:" + app, limits::appMinute, cost.units());
        Window.Standing day = throttle.take("spo-day:" + app, limits::appDay, cost.units());
        Window.Standing tenant = throttle.take("spo-tenant", limits::tenant, cost.units());
        Window.Standing people = throttle.take("spo-people", limits::peopleManager, cost.peopleManagerCalls());
        if (minute.over()) {
            throttle.refused("sharepoint-app-minute");
            return withRateLimit(refusal(429, minute.resets()), minute);
        }
        // Documented: the RateLimit headers speak of the app's minute alone and are absent when another limit refuses.
        if (day.over()) {
            return refused("sharepoint-app-day", day);
        }
        if (tenant.over()) {
            return refused("sharepoint-tenant", tenant);
        }
        if (people.over() && cost.peopleManagerCalls() > 0) {
            return refused("sharepoint-people-manager", people);
        }
        SimResponse response = next.handle(request);
        return minute.isNearlyUsed() ? withRateLimit(response, minute) : response;
    }

    private SimResponse refused(String limit, Window.Standing standing) {
        throttle.refused(limit);
        return refusal(429, standing.resets());
    }

    private static SimResponse refusal(int status, Duration wait) {
        String title = status == 429 ? "429 TOO MANY REQUESTS" : "503 SERVER UNAVAILABLE";
        return SimResponse.text(status, title).with("Retry-After", String.valueOf(seconds(wait)));
    }

    private static SimResponse withRateLimit(SimResponse response, Window.Standing minute) {
        return response.with("RateLimit-Limit", String.valueOf(minute.limit()))
                .with("RateLimit-Remaining", String.valueOf(minute.remaining()))
                .with("RateLimit-Reset", String.valueOf(seconds(minute.resets())));
    }

    private static long seconds(Duration wait) {
        return Math.max(1, (wait.toMillis() + 999) / 1000);
    }
}
