package org.photobridge.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Spoils calls of an end that keeps the contract, to see whether the contract tests notice. */
interface Flaw {

    /** The rest of the call: what the good end would do with these arguments. */
    interface Proceeding {
        Object with(Object... arguments) throws Throwable;
    }

    Object call(String method, Object[] arguments, Proceeding good) throws Throwable;

    /** An end with this flaw. */
    static <E> E in(Class<E> type, E good, Flaw flaw) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    Object[] arguments = given == null ? new Object[0] : given;
                    return flaw.call(method.getName(), arguments, changed -> invoke(method, good, changed));
                }));
    }

    private static Object invoke(Method method, Object good, Object[] arguments) throws Throwable {
        try {
            return method.invoke(good, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
