package org.photobridge.portal.api;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Refuses a query that nobody reads: a misspelt filter would let everything through. */
@Provider
public class KnownParameters implements ContainerRequestFilter {

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method == null) {
            return;
        }
        Set<String> known = of(method);
        request.getUriInfo().getQueryParameters().forEach((name, values) -> require(name, values, known));
    }

    private static void require(String name, List<String> values, Set<String> known) {
        if (!known.contains(name)) {
            throw new IllegalArgumentException("'" + (Given.isText(name) ? name : "?") + "' is unknown here; "
                    + (known.isEmpty() ? "this address takes no parameters." : "known are " + known + "."));
        }
        values.forEach(value -> Given.text(name, value, Integer.MAX_VALUE));
    }

    /** The names that the method's parameters ask for. */
    static Set<String> of(Method method) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getDeclaredFields())
                        : Stream.of(parameter))
                .map((AnnotatedElement element) -> element.getAnnotation(QueryParam.class))
                .filter(found -> found != null)
                .forEach(found -> names.add(found.value()));
        return names;
    }
}
