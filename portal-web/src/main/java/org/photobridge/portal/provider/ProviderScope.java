package org.photobridge.portal.provider;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.ProviderException;

/**
 * The border to foreign code: inside, the provider's class loader is the thread's context class loader; what comes out
 * is a result or one of the exceptions that the contract names.
 */
final class ProviderScope {
    /** The code of a failure that is the provider's own defect; the portal's bundle explains it. */
    static final String DEFECT = "provider-defect";

    private final ProviderKey key;
    private final ClassLoader loader;

    ProviderScope(ProviderKey key, ClassLoader loader) {
        this.key = key;
        this.loader = loader;
    }

    /** Calls the provider. */
    <T> T call(Supplier<T> foreign) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return foreign.get();
        } catch (ProviderException | CancellationException | UnsupportedOperationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw isOurs(e) ? e : defect(e);
        } catch (LinkageError e) {
            throw defect(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Calls the provider for its effect. */
    void run(Runnable foreign) {
        call(() -> {
            foreign.run();
            return true;
        });
    }

    /** What the host's own call context throws must come back to the host unchanged. */
    private static boolean isOurs(RuntimeException e) {
        return e.getClass().getClassLoader() == ProviderScope.class.getClassLoader();
    }

    private ProviderException defect(Throwable cause) {
        return (ProviderException) ProviderException.of(
                        ErrorCategory.INTERNAL, DEFECT, "The provider " + key + " broke the contract: " + cause)
                .initCause(cause);
    }
}
