package org.photobridge.simulator.sharepoint;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.photobridge.simulator.http.SimRequest;

/** Administrators who signed in with a browser, known by a cookie (documented; how they got it is invented). Nobody at the start. */
final class Browsers {
    private static final String COOKIE = "FedAuth=";

    private final Set<String> cookies = ConcurrentHashMap.newKeySet();

    String newCookie() {
        String cookie = COOKIE + UUID.randomUUID();
        cookies.add(cookie);
        return cookie;
    }

    /** Who sent the request; empty if it carries a token, or no cookie that was given out. */
    Optional<Caller> caller(SimRequest request) {
        boolean known = request.header("Authorization").isEmpty()
                && Arrays.stream(request.header("Cookie").orElse("").split(";"))
                        .map(String::strip)
                        .anyMatch(cookies::contains);
        return known ? Optional.of(Caller.withBrowser(request.site())) : Optional.empty();
    }
}
