package org.photobridge.simulator.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The requests that came, newest last, so that a test can assert politeness. */
public final class RequestLog {
    private static final int KEPT = 200_000;

    private final Clock clock;
    private final Deque<LoggedRequest> requests = new ArrayDeque<>();
    private final Map<Site, Integer> running = new EnumMap<>(Site.class);
    private final Map<Site, Integer> mostAtOnce = new EnumMap<>(Site.class);
    private long total;

    public RequestLog(Clock clock) {
        this.clock = clock;
    }

    /** The handler, with every request of it noted here. */
    public SimHandler noting(SimHandler handler) {
        return request -> {
            Instant start = clock.instant();
            long started = System.nanoTime();
            enter(request);
            int status = 0;
            try {
                SimResponse response = handler.handle(request);
                status = response.status();
                return response;
            } finally {
                leave(request, start, status, Duration.ofNanos(System.nanoTime() - started));
            }
        };
    }

    /** Oldest first. */
    public synchronized List<LoggedRequest> list() {
        return List.copyOf(requests);
    }

    public List<LoggedRequest> list(Site site) {
        return list(request -> request.site() == site);
    }

    public synchronized List<LoggedRequest> list(Predicate<LoggedRequest> which) {
        return requests.stream().filter(which).toList();
    }

    /** How many requests of a site have a {@link LoggedRequest#line() line} in which the pattern is found, whatever case. */
    public long count(Site site, String linePattern) {
        Pattern pattern = Pattern.compile(linePattern, Pattern.CASE_INSENSITIVE);
        return list(request -> request.site() == site
                        && pattern.matcher(request.line()).find())
                .size();
    }

    public synchronized long count(Predicate<LoggedRequest> which) {
        return requests.stream().filter(which).count();
    }

    /** The most requests that a site worked at at one time; items of a batch are not counted apart. */
    public synchronized int mostAtOnce(Site site) {
        return mostAtOnce.getOrDefault(site, 0);
    }

    /** All requests since the start or the last clearing, those that the log let go too. */
    public synchronized long total() {
        return total;
    }

    public synchronized void clear() {
        requests.clear();
        mostAtOnce.clear();
        total = 0;
    }

    private synchronized void enter(SimRequest request) {
        if (!request.batchItem()) {
            int now = running.merge(request.site(), 1, Integer::sum);
            mostAtOnce.merge(request.site(), now, Math::max);
        }
    }

    private synchronized void leave(SimRequest request, Instant start, int status, Duration took) {
        if (!request.batchItem()) {
            running.merge(request.site(), -1, Integer::sum);
        }
        total++;
        requests.addLast(entry(request, start, status, took));
        if (requests.size() > KEPT) {
            requests.removeFirst();
        }
    }

    private LoggedRequest entry(SimRequest request, Instant start, int status, Duration took) {
        return new LoggedRequest(
                total,
                start,
                request.site(),
                request.method(),
                request.rawPath(),
                request.rawQuery(),
                status,
                took,
                request.batchItem(),
                request.header("User-Agent").orElse(""),
                request.header("client-request-id").orElse(""));
    }
}
