package org.photobridge.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.api.ApiApplication;
import org.photobridge.portal.platform.Texts;
import org.photobridge.portal.security.AccessMatrix.Someone;
import org.photobridge.portal.test.PortalClient;

/** Stands before every REST path and every page as everybody. */
@ArquillianTest
@RunAsClient
class AccessMatrixIT {

    private static final java.nio.file.Path PAGES = java.nio.file.Path.of("src/main/webapp");

    @ArquillianResource
    private URL deployed;

    private TestCallers callers;

    @BeforeEach
    void makeCallers() throws IOException, InterruptedException {
        callers = new TestCallers(deployed.getPort());
        callers.make("no-such-group", "Nobody");
    }

    @Test
    void every_rest_path_is_as_open_as_the_matrix_says() throws IOException, InterruptedException {
        AccessMatrix matrix = AccessMatrix.read("access-rest.txt");
        Map<String, Map<Someone, String>> found = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (String operation : operations()) {
            Map<Someone, String> answers = new EnumMap<>(Someone.class);
            for (Someone someone : Someone.values()) {
                answers.put(someone, ask(operation, someone));
            }
            found.put(operation, answers);
            compare(matrix, operation, answers, wrong);
        }
        System.out.println("Who may call which path: " + AccessMatrix.report("rest", found));
        assertThat(wrong).isEmpty();
        assertThat(matrix.names()).isSubsetOf(found.keySet());
    }

    @Test
    void every_page_is_as_open_as_the_matrix_says_and_refuses_in_words() throws Exception {
        AccessMatrix matrix = AccessMatrix.read("access-pages.txt");
        Map<String, Map<Someone, String>> found = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (Someone someone : Someone.values()) {
            PortalClient client = new PortalClient(deployed.getPort());
            if (someone != Someone.NONE) {
                client.signIn(TestCallers.name(someone), TestCallers.secret(someone));
            }
            for (String page : pages()) {
                found.computeIfAbsent(page, any -> new EnumMap<>(Someone.class))
                        .put(someone, open(client, page, wrong));
            }
        }
        found.forEach((page, answers) -> compare(matrix, page, answers, wrong));
        System.out.println("Who may open which page: " + AccessMatrix.report("pages", found));
        assertThat(wrong).isEmpty();
        assertThat(matrix.names()).isSubsetOf(found.keySet());
    }

    @Test
    void what_is_refused_is_in_the_audit() throws IOException, InterruptedException {
        HttpResponse<String> answer = callers.rest(Someone.VIEWER, "POST", "/runs/0/cancel", "");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(callers.refusals(Someone.VIEWER))
                .as("in the audit, once a minute at most")
                .isPositive();
    }

    private static void compare(AccessMatrix matrix, String what, Map<Someone, String> answers, List<String> wrong) {
        AccessMatrix.Row row = matrix.row(what).orElse(null);
        if (row == null) {
            wrong.add(what + " has no line; found: " + answers);
            return;
        }
        answers.forEach((someone, answer) -> {
            boolean allowed = !answer.startsWith("refused");
            if (allowed != row.lets(someone)) {
                wrong.add(what + " as " + someone.title() + ": " + answer);
            }
        });
    }

    private String ask(String operation, Someone someone) throws IOException, InterruptedException {
        String method = operation.substring(0, operation.indexOf(' '));
        String path = operation.substring(method.length() + 1).replaceAll("\\{[^}]*}", "0");
        int status = callers.rest(someone, method, path, method.equals("GET") ? "" : "{}")
                .statusCode();
        return status == 401 || status == 403 ? "refused" : "allowed";
    }

    private static String open(PortalClient client, String page, List<String> wrong)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = client.get("/" + page);
        if (answer.statusCode() >= 500 || answer.body().contains("\tat ")) {
            wrong.add(page + " answers with " + answer.statusCode());
        }
        if (answer.statusCode() == 403) {
            requireWords(client, page, wrong);
        }
        boolean refused = answer.statusCode() == 302 || answer.statusCode() == 403;
        return refused ? "refused" : answer.statusCode() == 404 ? "allowed (404)" : "allowed";
    }

    private static void requireWords(PortalClient client, String page, List<String> wrong)
            throws IOException, InterruptedException {
        for (String language : List.of("en", "id")) {
            String words = Texts.in(Locale.forLanguageTag(language)).get("error.refused.title");
            String body =
                    client.send("/" + page, "GET", "Accept-Language", language).body();
            if (!body.contains("<h1>" + words + "</h1>")) {
                wrong.add(page + " refuses without words in " + language);
            }
        }
    }

    private static List<String> pages() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.list(PAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xhtml"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> operations() {
        return new ApiApplication()
                .getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .flatMap(type ->
                                Arrays.stream(type.getDeclaredMethods()).flatMap(method -> operation(type, method)))
                        .sorted()
                        .toList();
    }

    private static Stream<String> operation(Class<?> type, Method method) {
        String below = method.isAnnotationPresent(Path.class)
                ? "/" + method.getAnnotation(Path.class).value()
                : "";
        String path = ("/" + type.getAnnotation(Path.class).value() + below).replace("//", "/");
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(one -> one.isAnnotationPresent(HttpMethod.class))
                .map(one -> one.getAnnotation(HttpMethod.class).value() + " " + path);
    }
}
