package org.photobridge.portal.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Failure;
import org.photobridge.spi.ProviderException;

/** The border to a provider's code: whatever it throws, the engine sees a {@link ProviderException} or a cancellation. */
final class Border {

    private static final Logger LOG = System.getLogger(Border.class.getName());

    private Border() {}

    /**
     * Calls a provider.
     *
     * @throws ProviderException also, by the code of {@link Reason#PROVIDER_DEFECT}, for anything else that it threw, and of
     *     {@link Reason#LIMIT_TOO_SMALL} if a limit was set too low for it
     * @throws CancellationException if the call was cancelled
     */
    static <R> R call(String callId, Supplier<R> call) {
        try {
            return call.get();
        } catch (ProviderException | CancellationException | StaleRun | HostFault e) {
            throw e;
        } catch (LimitTooSmall e) {
            throw new ProviderException(
                    Failure.of(ErrorCategory.CONFIGURATION, Reason.LIMIT_TOO_SMALL.code(), e.getMessage()), e);
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.ERROR, "A provider broke its contract in call " + callId, e);
            throw new ProviderException(defect("It threw " + e.getClass().getName()), e);
        }
    }

    static Failure defect(String message) {
        return Failure.of(ErrorCategory.INTERNAL, Reason.PROVIDER_DEFECT.code(), message);
    }

    static boolean isDefect(Failure failure) {
        return failure.code().equals(Reason.PROVIDER_DEFECT.code());
    }
}
