package org.photobridge.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.security.AccessMatrix.Someone;

/**
 * Asks every method behind the pages and REST as everybody, with nothing in its hands.
 *
 * <p>The beans have no other beans here: whatever a method touches before it has looked who is there, it fails by another
 * exception than a refusal, and counts as open.
 */
class AccessMatrixTest {

    private static final String ROOT = "org.photobridge.portal";
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final AccessMatrix MATRIX = AccessMatrix.read("access-services.txt");

    @Test
    void every_method_of_every_service_is_as_open_as_the_matrix_says() throws ReflectiveOperationException {
        Map<String, Map<Someone, String>> found = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (Method method : methods()) {
            ask(method, found, wrong);
        }
        System.out.println("Who may call which service: " + AccessMatrix.report("services", found));
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_matrix_has_no_line_for_what_there_is_no_more() {
        Set<String> there = methods().stream().map(AccessMatrixTest::name).collect(Collectors.toSet());

        assertThat(MATRIX.names()).filteredOn(name -> !there.contains(name)).isEmpty();
    }

    @Test
    void what_is_for_the_portal_itself_is_called_by_no_page_and_no_path() {
        List<String> wrong = CLASSES.stream()
                .filter(AccessMatrixTest::isBorder)
                .flatMap(border -> border.getMethodCallsFromSelf().stream())
                .filter(call -> MATRIX.row(name(call))
                        .filter(AccessMatrix.Row::isInternal)
                        .isPresent())
                .map(JavaMethodCall::getDescription)
                .toList();

        assertThat(wrong).isEmpty();
    }

    private static void ask(Method method, Map<String, Map<Someone, String>> found, List<String> wrong)
            throws ReflectiveOperationException {
        AccessMatrix.Row row = MATRIX.row(name(method)).orElse(null);
        if (row == null) {
            wrong.add(name(method) + " has no line");
            return;
        }
        if (row.isInternal()) {
            return;
        }
        Map<Someone, String> answers = new EnumMap<>(Someone.class);
        for (Someone someone : Someone.values()) {
            boolean allowed = isAllowed(method, someone);
            boolean own = allowed
                    && someone == Someone.OPERATOR_LIMITED
                    && row.limited().equals("own");
            answers.put(someone, own ? "own people" : allowed ? "allowed" : "refused");
            if (allowed != row.lets(someone)) {
                wrong.add(name(method) + " is " + (allowed ? "open to " : "closed to ") + someone.title());
            }
        }
        found.put(name(method), answers);
    }

    private static boolean isAllowed(Method method, Someone someone) throws ReflectiveOperationException {
        Constructor<?> constructor = method.getDeclaringClass().getDeclaredConstructor();
        constructor.setAccessible(true);
        Object bean = constructor.newInstance();
        method.setAccessible(true);
        return someone.caller().asking(() -> isAllowed(bean, method));
    }

    private static boolean isAllowed(Object bean, Method method) {
        try {
            method.invoke(
                    bean,
                    Arrays.stream(method.getParameterTypes())
                            .map(AccessMatrixTest::nothing)
                            .toArray());
            return true;
        } catch (InvocationTargetException e) {
            return !(e.getCause() instanceof AccessRefusedException);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        return type == int.class ? (Object) 0 : type == long.class ? 0L : null;
    }

    /** Every method behind the pages and REST. */
    static List<Method> methods() {
        return doors().stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method ->
                        !method.isSynthetic() && (method.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC)) == 0)
                .filter(method -> !isOfTheContainer(method))
                .toList();
    }

    /** Life cycle, events and producers: nobody calls those. */
    private static boolean isOfTheContainer(Method method) {
        return Stream.of(PostConstruct.class, PreDestroy.class, Produces.class).anyMatch(method::isAnnotationPresent)
                || Arrays.stream(method.getParameters()).anyMatch(one -> one.isAnnotationPresent(Observes.class));
    }

    /** Everything that is called a service, asks who is there, or is what a page or a path works with. */
    private static List<Class<?>> doors() {
        Set<String> names = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (type.getSimpleName().endsWith("Service") || asksWhoIsThere(type)) {
                names.add(type.getName());
            }
            if (isBorder(type)) {
                type.getFields().stream()
                        .filter(field -> field.isAnnotatedWith(Inject.class))
                        .map(JavaField::getRawType)
                        .filter(injected -> injected.getPackageName().startsWith(ROOT) && !isBorder(injected))
                        .forEach(injected -> names.add(injected.getName()));
            }
        }
        return names.stream()
                .map(AccessMatrixTest::load)
                .filter(type -> !type.isInterface())
                .collect(Collectors.toList());
    }

    private static boolean asksWhoIsThere(JavaClass type) {
        return !isBorder(type)
                && type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().getName().equals(Access.class.getName())
                                && call.getName().startsWith("require"));
    }

    private static boolean isBorder(JavaClass type) {
        return Stream.of("Page", "Table", "Resource", "Servlet", "Filter", "Door")
                        .anyMatch(end -> topLevel(type).endsWith(end))
                && !type.getSimpleName().equals("BootstrapDoor");
    }

    private static String topLevel(JavaClass type) {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private static String name(JavaMethodCall call) {
        return call.getTargetOwner().getSimpleName() + "." + call.getTarget().getName();
    }
}
