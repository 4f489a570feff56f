package org.photobridge.simulator.http;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One way to misbehave, for the next few requests that fit.
 *
 * @param site where; empty for anywhere
 * @param pattern found in "METHOD /decoded/path?query", whatever case
 * @param times how often; a very large number for "always"
 * @param skip how many fitting requests pass unharmed first
 * @param replacement the answer given instead of the true one; empty to let the request through first
 * @param change what is done to the answer
 */
public record Fault(
        Optional<Site> site,
        Pattern pattern,
        int times,
        int skip,
        Optional<SimResponse> replacement,
        UnaryOperator<SimResponse> change) {

    public static final int ALWAYS = Integer.MAX_VALUE;

    /** The answer instead of the true one, which isn't worked out: nothing is written. */
    public static Fault answering(Site site, String pattern, int times, SimResponse response) {
        return new Fault(
                Optional.of(site), compiled(pattern), times, 0, Optional.of(response), UnaryOperator.identity());
    }

    /** The true answer, changed on its way out: what was asked for has happened. */
    public static Fault changing(Site site, String pattern, int times, UnaryOperator<SimResponse> change) {
        return new Fault(Optional.of(site), compiled(pattern), times, 0, Optional.empty(), change);
    }

    /** The request is worked on and the connection cut before the answer. */
    public static Fault cut(Site site, String pattern, int times) {
        return changing(site, pattern, times, response -> response.delivered(Delivery.CUT));
    }

    /**
     * The request is worked on and the connection reset before the answer.
     *
     * @throws IllegalStateException if this Java doesn't let us; see {@link ConnectionReset}
     */
    public static Fault reset(Site site, String pattern, int times) {
        ConnectionReset.requireWays();
        return changing(site, pattern, times, response -> response.delivered(Delivery.RESET));
    }

    /** The connection ends in mid-body. */
    public static Fault halfBody(Site site, String pattern, int times) {
        return changing(site, pattern, times, response -> response.delivered(Delivery.HALF_BODY));
    }

    public static Fault slow(Site site, String pattern, int times, Duration wait) {
        return changing(site, pattern, times, response -> response.after(wait));
    }

    /** A page of a proxy, as no API would send it. */
    public static Fault html(Site site, String pattern, int times, int status) {
        String page = "<!DOCTYPE html><html><head><title>Service</title></head><body><h1>Our services aren't "
                + "available right now</h1></body></html>";
        return answering(site, pattern, times, SimResponse.html(status, page));
    }

    public Fault afterSkipping(int requests) {
        return new Fault(site, pattern, times, requests, replacement, change);
    }

    private static Pattern compiled(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    boolean fits(SimRequest request) {
        String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
        String line = request.method() + " " + SimRequest.decodePath(request.rawPath() + query);
        return site.map(wanted -> wanted == request.site()).orElse(true)
                && pattern.matcher(line).find();
    }
}
