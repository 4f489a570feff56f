package org.photobridge.portal.engine;

import java.util.function.Supplier;

/** Carries a fault of ours out of the midst of a call to a provider, so that nobody takes it for the provider's. */
final class HostFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RuntimeException fault;

    private HostFault(RuntimeException fault) {
        super(fault);
        this.fault = fault;
    }

    /** Asks something of the host within a call to a provider. */
    static <R> R carried(Supplier<R> asked) {
        try {
            return asked.get();
        } catch (RuntimeException e) {
            throw new HostFault(e);
        }
    }

    RuntimeException fault() {
        return fault;
    }
}
