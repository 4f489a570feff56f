package org.photobridge.portal.provider;

import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.PhotoSourceFactory;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.ProviderContext;

/** Opens a foreign provider's sources inside its scope. */
final class ScopedSourceFactory extends ScopedFactory<PhotoSourceFactory> implements PhotoSourceFactory {
    ScopedSourceFactory(PhotoSourceFactory foreign, ProviderScope scope) {
        super(foreign, scope);
    }

    @Override
    public PhotoSource open(ProviderConfig config, ProviderContext context) {
        return open(config, context, LimitOverrides.none());
    }

    PhotoSource open(ProviderConfig config, ProviderContext context, LimitOverrides limits) {
        ProviderContext scoped = ScopedContext.of(context, scope);
        return new ScopedSource(scope.call(() -> foreign.open(config, scoped)), scope, limits);
    }
}
