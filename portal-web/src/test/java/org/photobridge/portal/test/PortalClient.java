package org.photobridge.portal.test;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A client of the portal that sees what a browser hides: headers, cookies, status codes. Follows no redirect. */
public final class PortalClient {
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");

    private final URI portal;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .cookieHandler(cookies)
            .build();

    public PortalClient(int port) {
        this.portal = URI.create("http://127.0.0.1:" + port);
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(portal.resolve(path)));
    }

    public HttpResponse<String> send(String path, String method, String... headers)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(portal.resolve(path))
                .method(method, BodyPublishers.noBody())
                .headers(headers));
    }

    public HttpResponse<String> post(String path, String body, String... headers)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(portal.resolve(path))
                .POST(BodyPublishers.ofString(body))
                .headers(headers));
    }

    /** Fills the form of a page that was just read and sends it, as a browser would. */
    public HttpResponse<String> submit(
            HttpResponse<String> page, String form, Map<String, String> fields, String... headers)
            throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put(form, form);
        all.put("jakarta.faces.ViewState", first(VIEW_STATE, page.body()));
        all.put("primefaces.nonce", nonce(page));
        String body = all.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        portal.resolve(page.uri().getPath()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    public HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        HttpResponse<String> page = get("/signin.xhtml");
        return submit(
                page,
                "signin",
                Map.of("signin:name", name, "signin:password", password, "signin:submit", "", "from", "/index.xhtml"));
    }

    public String sessionId() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("");
    }

    public static String nonce(HttpResponse<String> page) {
        return first(NONCE, page.headers().firstValue("Content-Security-Policy").orElse(""));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
