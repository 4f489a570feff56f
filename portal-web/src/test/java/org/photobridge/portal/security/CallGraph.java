package org.photobridge.portal.security;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnitReference;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassReader;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Handle;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.MethodVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Opcodes;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** What a method of ours reaches by calls, lambdas and method references, as compiled: methods, texts, writes. */
final class CallGraph {
    private static final Map<String, Set<String>> WRITES = Map.of(
            "org.jdbi.v3.core.statement.Update", Set.of("execute", "executeAndReturnGeneratedKeys"),
            "org.jdbi.v3.core.statement.PreparedBatch", Set.of("execute"),
            "org.jdbi.v3.core.Handle", Set.of("execute"),
            "java.sql.PreparedStatement", Set.of("executeUpdate", "executeBatch"),
            "java.sql.Statement", Set.of("executeUpdate", "executeBatch"),
            "jakarta.persistence.EntityManager", Set.of("persist", "merge", "remove"),
            "jakarta.persistence.Query", Set.of("executeUpdate"));

    private final JavaClasses classes;
    private final Map<String, Map<String, Set<String>>> texts = new HashMap<>();

    CallGraph(JavaClasses classes) {
        this.classes = classes;
    }

    /** The methods of this name and all that they reach. */
    Set<JavaCodeUnit> reached(JavaClass type, String method) {
        return reached(named(type, method), (from, to) -> true);
    }

    /** The same, but not what runs in a transaction that begins on the way; nothing if it begins at the method itself. */
    Set<JavaCodeUnit> reachedOutsideOfTransactions(JavaClass type, String method) {
        List<JavaMethod> open = named(type, method).stream()
                .filter(one -> !isTransactional(one))
                .toList();
        // The container sees calls from one bean to another, not those of a bean to itself.
        return reached(open, (from, to) -> from.getOwner().equals(to.getOwner()) || !isTransactional(to));
    }

    private static List<JavaMethod> named(JavaClass type, String method) {
        return type.getMethods().stream()
                .filter(one ->
                        one.getName().equals(method) && !one.getModifiers().contains(JavaModifier.PRIVATE))
                .toList();
    }

    private Set<JavaCodeUnit> reached(
            Collection<? extends JavaCodeUnit> starts, BiPredicate<JavaCodeUnit, JavaCodeUnit> goesOn) {
        Set<JavaCodeUnit> seen = new HashSet<>(starts);
        Deque<JavaCodeUnit> open = new ArrayDeque<>(starts);
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            targets(unit)
                    .filter(target -> goesOn.test(unit, target))
                    .filter(seen::add)
                    .forEach(open::push);
        }
        return seen;
    }

    private Stream<JavaCodeUnit> targets(JavaCodeUnit unit) {
        Stream<JavaCodeUnitAccess<?>> calls =
                unit.getCallsFromSelf().stream().map(call -> (JavaCodeUnitAccess<?>) call);
        Stream<JavaCodeUnitReference<?>> references = Stream.concat(
                unit.getMethodReferencesFromSelf().stream(), unit.getConstructorReferencesFromSelf().stream());
        return Stream.concat(calls, references).flatMap(this::meant);
    }

    /** What is called, and whatever stands in for it below. */
    private Stream<JavaCodeUnit> meant(JavaCodeUnitAccess<?> access) {
        return access.getTarget().resolveMember().stream()
                .map(JavaCodeUnit.class::cast)
                .filter(target -> classes.contain(target.getOwner().getName()))
                .flatMap(target -> Stream.concat(Stream.of(target), below(target)));
    }

    private static Stream<JavaCodeUnit> below(JavaCodeUnit target) {
        return target.getOwner().getAllSubclasses().stream()
                .flatMap(sub -> sub
                        .tryGetMethod(
                                target.getName(),
                                target.getRawParameterTypes().stream()
                                        .map(JavaClass::getName)
                                        .toArray(String[]::new))
                        .stream());
    }

    private static boolean isTransactional(JavaCodeUnit unit) {
        return unit.isAnnotatedWith(Transactional.class) || unit.getOwner().isAnnotatedWith(Transactional.class);
    }

    /** Whether the method itself changes something in the database, by a statement or by changing an entity. */
    static boolean isWrite(JavaCodeUnit unit) {
        return unit.getCallsFromSelf().stream()
                        .anyMatch(call -> WRITES.getOrDefault(
                                        call.getTargetOwner().getName(), Set.of())
                                .contains(call.getName()))
                || unit.getOwner().isAnnotatedWith(Entity.class)
                        && !unit.isConstructor()
                        && unit.getFieldAccesses().stream()
                                .anyMatch(access -> access.getAccessType() == JavaFieldAccess.AccessType.SET);
    }

    /** The texts that stand in the method's code, its lambdas included. */
    Set<String> texts(JavaCodeUnit unit) {
        return texts.computeIfAbsent(unit.getOwner().getName(), CallGraph::read).getOrDefault(unit.getName(), Set.of());
    }

    private static Map<String, Set<String>> read(String type) {
        Map<String, Set<String>> found = new HashMap<>();
        try (InputStream in = CallGraph.class.getResourceAsStream("/" + type.replace('.', '/') + ".class")) {
            new ClassReader(in).accept(new Texts(found), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Collects constants by the method that the source has them in. */
    private static final class Texts extends ClassVisitor {
        private final Map<String, Set<String>> found;

        Texts(Map<String, Set<String>> found) {
            super(Opcodes.ASM9);
            this.found = found;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String generics, String[] thrown) {
            Set<String> texts = found.computeIfAbsent(inSource(name), any -> new HashSet<>());
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitLdcInsn(Object constant) {
                    texts.add(String.valueOf(constant));
                }

                @Override
                public void visitInvokeDynamicInsn(String of, String form, Handle maker, Object... constants) {
                    Stream.of(constants).map(String::valueOf).forEach(texts::add);
                }
            };
        }

        private static String inSource(String name) {
            return name.startsWith("lambda$") ? name.split("\\$")[1] : name;
        }
    }
}
