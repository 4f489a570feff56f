package org.photobridge.portal.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.photobridge.spi.ConfigSchema;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.PhotoSourceFactory;
import org.photobridge.spi.PhotoTarget;
import org.photobridge.spi.PhotoTargetFactory;
import org.photobridge.spi.ProviderContext;
import org.photobridge.spi.ProviderDescriptor;
import org.photobridge.spi.ProviderException;

class ScopedEndsTest {
    private static final ProviderKey KEY = new ProviderKey("test", "1");
    private static final ClassLoader LOADER = new URLClassLoader(new URL[0]);
    private static final ProviderScope SCOPE = new ProviderScope(KEY, LOADER);

    static Stream<Arguments> scopedTypes() {
        return Stream.of(
                Arguments.of(PhotoSource.class, ScopedSource.class),
                Arguments.of(PhotoTarget.class, ScopedTarget.class),
                Arguments.of(PhotoSourceFactory.class, ScopedSourceFactory.class),
                Arguments.of(PhotoTargetFactory.class, ScopedTargetFactory.class));
    }

    @ParameterizedTest
    @MethodSource("scopedTypes")
    void every_method_of_the_contract_is_scoped_and_gives_nothing_lazy(Class<?> contract, Class<?> scoped)
            throws Exception {
        for (Method method : instanceMethods(contract)) {
            Method found = scoped.getMethod(method.getName(), method.getParameterTypes());
            assertThat(found.getDeclaringClass())
                    .as("no default of the contract, but our own " + found)
                    .matches(type -> type.getPackage().equals(ScopedEnd.class.getPackage()));
            assertThat(BaseStream.class.isAssignableFrom(method.getReturnType()))
                    .isFalse();
            assertThat(method.getReturnType()).isNotIn(Iterator.class, Iterable.class);
        }
    }

    @ParameterizedTest
    @MethodSource("scopedTypes")
    void every_call_reaches_the_provider_under_its_own_class_loader(Class<?> contract, Class<?> scoped)
            throws Exception {
        for (Method method : instanceMethods(contract)) {
            Recorder recorder = new Recorder();
            Object decorated = decorate(contract, recorder.as(contract));
            ClassLoader before = Thread.currentThread().getContextClassLoader();
            forgetUnlessAskedAtLoad(recorder, method);
            invoke(decorated, method);
            assertThat(recorder.loader).as(method.toString()).isSameAs(LOADER);
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
        }
    }

    @Test
    void a_link_error_becomes_a_failure_with_a_code() {
        assertThatThrownBy(() -> SCOPE.call(() -> {
                    throw new NoClassDefFoundError("okio/Buffer");
                }))
                .isInstanceOfSatisfying(ProviderException.class, e -> {
                    assertThat(e.category()).isEqualTo(ErrorCategory.INTERNAL);
                    assertThat(e.code()).isEqualTo("provider-defect");
                    assertThat(e).hasMessageContaining("okio/Buffer").hasRootCauseInstanceOf(LinkageError.class);
                });
    }

    @Test
    void cancellation_and_the_contract_s_own_exceptions_pass() {
        ProviderException own = ProviderException.of(ErrorCategory.THROTTLED, "slow", "slow");
        assertThatThrownBy(() -> SCOPE.run(() -> {
                    throw own;
                }))
                .isSameAs(own);
        CancellationException cancelled = new CancellationException();
        assertThatThrownBy(() -> SCOPE.run(() -> {
                    throw cancelled;
                }))
                .isSameAs(cancelled);
    }

    @Test
    void what_the_host_s_call_context_throws_comes_back_unchanged() {
        HostException host = new HostException();
        assertThatThrownBy(() -> SCOPE.run(() -> {
                    throw host;
                }))
                .isSameAs(host);
    }

    private static final class HostException extends RuntimeException {}

    /** Notes under which class loader it was called. */
    private static final class Recorder {
        private ClassLoader loader;

        Object as(Class<?> type) {
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                loader = Thread.currentThread().getContextClassLoader();
                return answer(method.getReturnType());
            });
        }

        private static Object answer(Class<?> type) {
            if (type == ProviderDescriptor.class) {
                return ProviderDescriptor.of(LocalText.of("x"), LocalText.of("x"));
            }
            if (type == ConfigSchema.class) {
                return ConfigSchema.empty();
            }
            if (type == Optional.class) {
                return Optional.empty();
            }
            if (type == int.class) {
                return 1;
            }
            return type == List.class ? List.of() : type == Set.class ? Set.of() : null;
        }
    }

    private static Object decorate(Class<?> contract, Object foreign) {
        if (contract == PhotoSource.class) {
            return new ScopedSource((PhotoSource) foreign, SCOPE, LimitOverrides.none());
        }
        if (contract == PhotoTarget.class) {
            return new ScopedTarget((PhotoTarget) foreign, SCOPE, LimitOverrides.none());
        }
        return contract == PhotoSourceFactory.class
                ? new ScopedSourceFactory((PhotoSourceFactory) foreign, SCOPE)
                : new ScopedTargetFactory((PhotoTargetFactory) foreign, SCOPE);
    }

    /** Words and form are asked for once, when the factory is wrapped. */
    private static void forgetUnlessAskedAtLoad(Recorder recorder, Method method) {
        if (!Set.of("descriptor", "configSchema").contains(method.getName())) {
            recorder.loader = null;
        }
    }

    private static void invoke(Object decorated, Method method) throws Exception {
        Object[] arguments = new Object[method.getParameterCount()];
        if (method.getName().equals("open")) {
            arguments[1] = new Recorder().as(ProviderContext.class);
        }
        try {
            method.invoke(decorated, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private static List<Method> instanceMethods(Class<?> contract) {
        return Arrays.stream(contract.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .toList();
    }
}
