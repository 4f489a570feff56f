package org.photobridge.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    @Test
    void the_description_names_every_operation_and_no_other() {
        assertThat(described()).isEqualTo(operations());
    }

    private static Set<String> operations() {
        return new ApiApplication()
                .getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .flatMap(
                                type -> Arrays.stream(type.getDeclaredMethods()).flatMap(m -> operation(type, m)))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> operation(Class<?> type, Method method) {
        String path = "/" + type.getAnnotation(Path.class).value()
                + (method.isAnnotationPresent(Path.class)
                        ? "/" + method.getAnnotation(Path.class).value()
                        : "");
        if (method.isAnnotationPresent(GET.class)) {
            return Stream.of("get " + path);
        }
        return method.isAnnotationPresent(POST.class) ? Stream.of("post " + path) : Stream.empty();
    }

    private static Set<String> described() {
        Set<String> found = new TreeSet<>();
        String path = "";
        for (String line : new String(OpenApiResource.text(), StandardCharsets.UTF_8).split("\n")) {
            if (line.startsWith("components:")) {
                break;
            }
            if (line.startsWith("  /")) {
                path = line.strip().replace(":", "");
            } else if (line.matches(" {4}(get|post):")) {
                found.add(line.strip().replace(":", "") + " " + path);
            }
        }
        return found;
    }
}
