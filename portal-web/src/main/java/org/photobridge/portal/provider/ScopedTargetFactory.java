package org.photobridge.portal.provider;

import org.photobridge.spi.PhotoTarget;
import org.photobridge.spi.PhotoTargetFactory;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.ProviderContext;

/** Opens a foreign provider's targets inside its scope. */
final class ScopedTargetFactory extends ScopedFactory<PhotoTargetFactory> implements PhotoTargetFactory {
    ScopedTargetFactory(PhotoTargetFactory foreign, ProviderScope scope) {
        super(foreign, scope);
    }

    @Override
    public PhotoTarget open(ProviderConfig config, ProviderContext context) {
        return open(config, context, LimitOverrides.none());
    }

    PhotoTarget open(ProviderConfig config, ProviderContext context, LimitOverrides limits) {
        ProviderContext scoped = ScopedContext.of(context, scope);
        return new ScopedTarget(scope.call(() -> foreign.open(config, scoped)), scope, limits);
    }
}
