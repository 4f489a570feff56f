package org.photobridge.simulator.sharepoint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.photobridge.simulator.http.SimHandler;
import org.photobridge.simulator.http.SimRequest;
import org.photobridge.simulator.http.SimResponse;

/**
 * REST {@code $batch} (documented): inner calls with full addresses on the same site, one after the other; a failed one
 * doesn't undo its siblings; a second upload in one batch is refused.
 */
final class RestBatch {
    /** Observed: what clients cap their batches at. */
    private static final int MOST = 100;

    private final SimHandler inner;

    RestBatch(SimHandler inner) {
        this.inner = inner;
    }

    SimResponse answer(SimRequest batch) throws SharePointError {
        if (!batch.method().equals("POST")) {
            throw SharePointError.wrongMethod(batch.method(), "$batch");
        }
        List<BatchBody.Item> items = BatchBody.items(
                        batch.header("Content-Type").orElse(""), batch.body())
                .orElseThrow(() -> SharePointError.badRequest("The batch request is not well-formed."));
        if (items.size() > MOST) {
            throw SharePointError.badRequest("The batch holds more than " + MOST + " requests.");
        }
        List<SimResponse> answers = new ArrayList<>();
        boolean uploaded = false;
        for (BatchBody.Item item : items) {
            boolean upload = isUpload(item);
            answers.add(upload && uploaded ? secondUpload(item) : one(batch, item));
            uploaded |= upload;
        }
        return written(answers);
    }

    private SimResponse one(SimRequest batch, BatchBody.Item item) {
        return target(batch, item.target())
                .map(target -> inner.handle(inner(batch, item, target)))
                .orElseGet(() -> refused(
                        item, SharePointError.badRequest("The URL \"" + item.target() + "\" is not of this site.")));
    }

    private static SimRequest inner(SimRequest batch, BatchBody.Item item, String target) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(item.headers());
        for (String credential : List.of("Authorization", "Cookie", "X-RequestDigest")) {
            batch.header(credential).ifPresent(value -> headers.put(credential, List.of(value)));
        }
        return batch.item(item.method(), target, headers, item.body());
    }

    /** Path and query of an inner address; empty if it is relative, or of another site. */
    private static Optional<String> target(SimRequest batch, String address) {
        String base = batch.baseUrl() + "/";
        return address.startsWith(base) ? Optional.of(address.substring(base.length() - 1)) : Optional.empty();
    }

    private static boolean isUpload(BatchBody.Item item) {
        String target = item.target().toLowerCase(Locale.ROOT);
        return item.method().equalsIgnoreCase("POST")
                && (target.contains("/files/add") || target.contains("/files/addusingpath"));
    }

    private static SimResponse secondUpload(BatchBody.Item item) {
        return refused(item, SharePointError.badRequest("Uploading more than one file in a batch is not supported."));
    }

    private static SimResponse refused(BatchBody.Item item, SharePointError error) {
        String accept = item.headers().getOrDefault("Accept", List.of("")).get(0);
        return Answers.of(error, MetadataLevel.of(accept));
    }

    /** Latin-1 keeps every byte what it is. */
    private static SimResponse written(List<SimResponse> answers) {
        String boundary = "batchresponse_" + UUID.randomUUID();
        StringBuilder body = new StringBuilder();
        for (SimResponse answer : answers) {
            body.append("--").append(boundary).append("\r\n");
            body.append("Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            body.append("HTTP/1.1 ").append(answer.status()).append(' ').append(reason(answer.status()));
            body.append("\r\n");
            answer.header("Content-Type")
                    .ifPresent(
                            type -> body.append("CONTENT-TYPE: ").append(type).append("\r\n"));
            answer.header("Retry-After")
                    .ifPresent(wait -> body.append("Retry-After: ").append(wait).append("\r\n"));
            body.append("\r\n");
            body.append(new String(answer.body(), StandardCharsets.ISO_8859_1)).append("\r\n");
        }
        body.append("--").append(boundary).append("--\r\n");
        byte[] bytes = body.toString().getBytes(StandardCharsets.ISO_8859_1);
        return SimResponse.of(200, "multipart/mixed; boundary=" + boundary, bytes);
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 400 -> "Bad Request";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 429 -> "Too Many Requests";
            case 503 -> "Service Unavailable";
            default -> status >= 500 ? "Internal Server Error" : "Status";
        };
    }
}
