package org.photobridge.spi;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that others can see of this package, as text. */
final class SpiSurface {

    private SpiSurface() {}

    /** The public types, nested ones included. */
    static List<Class<?>> types() throws IOException {
        try (Stream<Path> files = Files.list(classFolder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.startsWith("package-info"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .sorted()
                    .<Class<?>>map(SpiSurface::type)
                    .filter(type -> Modifier.isPublic(type.getModifiers()))
                    .toList();
        }
    }

    private static Path classFolder() {
        try {
            Path root = Path.of(PhotoProvider.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return root.resolve(PhotoProvider.class.getPackageName().replace('.', '/'));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(PhotoProvider.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One line for each type and each visible member, sorted. */
    static List<String> signatures() throws IOException {
        return types().stream().flatMap(SpiSurface::signatures).sorted().toList();
    }

    static Stream<String> signatures(Class<?> type) {
        Stream<String> members = Stream.of(
                        Arrays.stream(type.getDeclaredFields())
                                .filter(visible())
                                .map(SpiSurface::field),
                        Arrays.stream(type.getDeclaredConstructors())
                                .filter(visible())
                                .map(SpiSurface::constructor),
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(visible())
                                .filter(method -> !method.isSynthetic())
                                .map(SpiSurface::method))
                .flatMap(all -> all);
        return Stream.concat(Stream.of(head(type)), members);
    }

    private static String head(Class<?> type) {
        String parents = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass()), Arrays.stream(type.getGenericInterfaces()))
                .map(Type::getTypeName)
                .collect(Collectors.joining(", "));
        return nameOf(type) + " = " + plain(type.toGenericString() + (parents.isEmpty() ? "" : " : " + parents));
    }

    private static <M extends Member> Predicate<M> visible() {
        return member -> Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers());
    }

    private static String field(Field field) {
        return member(
                field.getDeclaringClass(),
                field.getName() + ": " + field.getGenericType().getTypeName());
    }

    private static String constructor(Constructor<?> constructor) {
        return member(constructor.getDeclaringClass(), "new" + parameters(constructor));
    }

    /** Says "default" or "static" too: turning a default method into an abstract one breaks every provider. */
    private static String method(Method method) {
        String kind = Modifier.isStatic(method.getModifiers())
                ? " static"
                : Modifier.isAbstract(method.getModifiers()) ? " abstract" : method.isDefault() ? " default" : "";
        return member(
                method.getDeclaringClass(),
                method.getName() + parameters(method) + ": "
                        + method.getGenericReturnType().getTypeName() + kind);
    }

    private static String parameters(Executable executable) {
        return Arrays.stream(executable.getGenericParameterTypes())
                .map(Type::getTypeName)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String member(Class<?> type, String text) {
        return nameOf(type) + "#" + plain(text);
    }

    private static String nameOf(Class<?> type) {
        return plain(type.getName());
    }

    private static String plain(String text) {
        return text.replaceAll("\\b(class|interface) (?=org\\.photobridge|java)", "")
                .replace(PhotoProvider.class.getPackageName() + ".", "")
                .replaceAll("java\\.(lang|util|time)\\.(?=[A-Z])", "");
    }
}
