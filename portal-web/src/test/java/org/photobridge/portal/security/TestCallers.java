package org.photobridge.portal.security;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.photobridge.portal.security.AccessMatrix.Someone;

/** Users with API tokens of the same name and secret in the portal under test: one of each role. */
final class TestCallers {

    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    TestCallers(int port) {
        this.port = port;
    }

    static String name(Someone someone) {
        return "matrix-" + someone.title();
    }

    /** Password and token; what it begins with tells tokens apart. */
    static String secret(Someone someone) {
        return "%08d".formatted(70_000_000 + someone.ordinal()) + "-0123456789abcdefghijkl";
    }

    /** Makes them, except of nobody; the limited one for this group. */
    void make(String groupId, String groupName) throws IOException, InterruptedException {
        for (Someone someone : Someone.values()) {
            if (someone != Someone.NONE) {
                make(someone, groupId, groupName);
            }
        }
    }

    private void make(Someone someone, String groupId, String groupName) throws IOException, InterruptedException {
        boolean limited = someone == Someone.OPERATOR_LIMITED;
        Map<String, String> parameters = Map.of(
                "name",
                name(someone),
                "secret",
                secret(someone),
                "role",
                limited ? Role.OPERATOR.name() : someone.name(),
                limited ? "group" : "none",
                groupId,
                limited ? "groupName" : "none-name",
                groupName);
        trial(parameters);
    }

    /** How many refusals of this caller the audit has. */
    long refusals(Someone someone) throws IOException, InterruptedException {
        return Long.parseLong(trial(Map.of("refused", name(someone))));
    }

    private String trial(Map<String, String> parameters) throws IOException, InterruptedException {
        String query = parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(uri(CallerTrial.PATH + "?" + query)).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** Asks REST as somebody; without a token for nobody. */
    HttpResponse<String> rest(Someone someone, String method, String path, String body)
            throws IOException, InterruptedException {
        return rest(someone == Someone.NONE ? "" : secret(someone), method, path, body);
    }

    HttpResponse<String> rest(String token, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/api/v1" + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
