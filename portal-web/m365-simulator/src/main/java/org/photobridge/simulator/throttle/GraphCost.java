package org.photobridge.simulator.throttle;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.photobridge.simulator.http.SimRequest;

/**
 * What a Graph request costs (documented; GRAPH.md 5).
 *
 * @param mailbox whose photo is asked for; empty for a call of the directory
 * @param units resource units of the directory, or one photo call
 */
record GraphCost(Optional<String> mailbox, int units) {
    private static final Pattern PHOTO = Pattern.compile("/v1\\.0/users(?:/([^/]+)|\\('([^']+)'\\))/photos?(?:/.*)?");
    private static final GraphCost NOTHING = new GraphCost(Optional.empty(), 0);

    static GraphCost of(SimRequest request) {
        String path = SimRequest.decodePath(request.rawPath()).toLowerCase(Locale.ROOT);
        // A batch costs nothing but its items.
        if (path.endsWith("/$batch")) {
            return NOTHING;
        }
        Matcher photo = PHOTO.matcher(path);
        if (photo.matches()) {
            return new GraphCost(Optional.of(photo.group(1) == null ? photo.group(2) : photo.group(1)), 1);
        }
        return new GraphCost(Optional.empty(), Math.max(1, base(path) + options(request)));
    }

    private static int base(String path) {
        if (path.contains("/transitivemembers")) {
            return 5;
        }
        if (path.contains("/members")) {
            return 3;
        }
        return path.equals("/v1.0/users") ? 2 : 1;
    }

    private static int options(SimRequest request) {
        var query = request.query();
        int select = query.containsKey("$select") ? -1 : 0;
        int expand = query.containsKey("$expand") ? 1 : 0;
        String top = query.getOrDefault("$top", "100");
        int small = top.matches("1?\\d") ? -1 : 0;
        return select + expand + small;
    }
}
