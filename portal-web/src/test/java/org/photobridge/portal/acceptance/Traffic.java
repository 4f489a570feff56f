package org.photobridge.portal.acceptance;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.http.LoggedRequest;
import org.photobridge.simulator.http.Site;

/** What Microsoft 365 was asked, as its request log tells. */
final class Traffic {
    private static final Pattern PHOTO = Pattern.compile("/photos?(/[0-9]+x[0-9]+)?/\\$value$");

    /** Reading by CSOM is a POST as well; the portal reads by REST, so every ProcessQuery counts as a write. */
    private static final Pattern READING_POST =
            Pattern.compile("/_api/(contextinfo|\\$batch)", Pattern.CASE_INSENSITIVE);

    private final M365Simulator tenant;

    Traffic(M365Simulator tenant) {
        this.tenant = tenant;
    }

    /** Forgets what was; answers itself. */
    Traffic fromNow() {
        tenant.requests().clear();
        return this;
    }

    List<String> toSharePoint() {
        return lines(request -> request.site().isSharePoint());
    }

    List<String> photoDownloads() {
        return lines(request ->
                request.site() == Site.GRAPH && PHOTO.matcher(request.path()).find());
    }

    /** Graph's other requests; batches by themselves, not by their items. */
    List<String> toGraph() {
        return lines(request -> request.site() == Site.GRAPH && !request.batchItem());
    }

    List<String> writes() {
        return lines(request -> request.site().isSharePoint() && isWrite(request)
                || request.site() == Site.GRAPH && isGraphWrite(request));
    }

    List<String> uploads() {
        return lines(Traffic::isUpload);
    }

    /** Whether a picture's file was sent after a moment. */
    boolean wentOnAfter(Instant moment) {
        return !lines(request -> isUpload(request) && request.time().isAfter(moment))
                .isEmpty();
    }

    private static boolean isUpload(LoggedRequest request) {
        return request.site() == Site.MY
                && request.line().toLowerCase(Locale.ROOT).contains("thumb.jpg")
                && isWrite(request);
    }

    private static boolean isWrite(LoggedRequest request) {
        return !request.method().equals("GET")
                && !READING_POST.matcher(request.path()).find();
    }

    private static boolean isGraphWrite(LoggedRequest request) {
        return !request.method().equals("GET") && !request.path().endsWith("/$batch");
    }

    private List<String> lines(Predicate<LoggedRequest> which) {
        return tenant.requests().list(which).stream().map(LoggedRequest::line).toList();
    }
}
