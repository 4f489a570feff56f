package org.photobridge.sharepoint;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a host answered. */
record ServiceAnswer(Site site, int status, HttpHeaders headers, byte[] body) {
    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * The body as JSON.
     *
     * @throws org.photobridge.spi.ProviderException if it is something else, such as a proxy's page
     */
    Json json() {
        return Json.parse(body).orElseThrow(() -> Problem.UNREADABLE_ANSWER.exception(describe("no JSON: " + text())));
    }

    /** A detail for logs with what Microsoft's support asks for. */
    String describe(String detail) {
        return "HTTP " + status + " from the " + site + " host"
                + header("SPRequestGuid")
                        .map(id -> " (SPRequestGuid " + id + ")")
                        .orElse("") + ": " + Details.shortened(detail);
    }
}
