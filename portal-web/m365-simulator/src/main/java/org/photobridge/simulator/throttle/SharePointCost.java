package org.photobridge.simulator.throttle;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.photobridge.simulator.http.SimRequest;

/**
 * What a SharePoint request costs; two units for a REST or CSOM call are Microsoft's estimate (documented).
 *
 * @param peopleManagerCalls calls of the user profile service
 */
record SharePointCost(int units, int peopleManagerCalls) {
    private static final int ESTIMATE = 2;
    private static final String PEOPLE_MANAGER_TYPE = "cf560d69-0fdb-4489-a216-b6b47adf8ef8";
    private static final Pattern METHOD = Pattern.compile("<Method\\s");

    static SharePointCost of(SimRequest request, boolean countsMethods) {
        String path = SimRequest.decodePath(request.rawPath()).toLowerCase(Locale.ROOT);
        // A batch costs nothing but its items.
        if (path.endsWith("/$batch")) {
            return new SharePointCost(0, 0);
        }
        if (path.contains("/sp.userprofiles.peoplemanager")) {
            return new SharePointCost(ESTIMATE, 1);
        }
        boolean query = path.endsWith("/client.svc/processquery");
        return new SharePointCost(ESTIMATE, query ? calls(request.bodyText(), countsMethods) : 0);
    }

    private static int calls(String body, boolean countsMethods) {
        if (!body.toLowerCase(Locale.ROOT).contains(PEOPLE_MANAGER_TYPE)) {
            return 0;
        }
        Matcher methods = METHOD.matcher(body);
        int count = 0;
        while (methods.find()) {
            count++;
        }
        return countsMethods ? Math.max(1, count) : 1;
    }
}
