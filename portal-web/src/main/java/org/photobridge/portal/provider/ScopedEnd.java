package org.photobridge.portal.provider;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.photobridge.spi.Account;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Capability;
import org.photobridge.spi.Fact;
import org.photobridge.spi.HealthReport;
import org.photobridge.spi.ProviderEnd;
import org.photobridge.spi.RateLimit;

/** What sources and targets have in common, called inside the provider's scope. */
abstract class ScopedEnd<E extends ProviderEnd> implements ProviderEnd {
    final E foreign;
    final ProviderScope scope;
    private final LimitOverrides limits;

    ScopedEnd(E foreign, ProviderScope scope, LimitOverrides limits) {
        this.foreign = foreign;
        this.scope = scope;
        this.limits = limits;
    }

    @Override
    public final HealthReport checkHealth(CallContext call) {
        return scope.call(() -> foreign.checkHealth(call));
    }

    @Override
    public final Set<Capability> capabilities() {
        return scope.call(foreign::capabilities);
    }

    @Override
    public final List<RateLimit> rateLimits() {
        return limits.apply(scope.call(foreign::rateLimits));
    }

    @Override
    public final Optional<String> realm() {
        return scope.call(foreign::realm);
    }

    @Override
    public final List<Fact> describe(Account account, CallContext call) {
        return scope.call(() -> foreign.describe(account, call));
    }

    @Override
    public final void close() {
        scope.run(foreign::close);
    }
}
