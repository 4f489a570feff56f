package org.photobridge.portal.provider;

import java.util.List;
import org.photobridge.spi.ConfigProblem;
import org.photobridge.spi.ConfigSchema;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.PhotoSourceFactory;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.ProviderContext;
import org.photobridge.spi.ProviderDescriptor;

/** Opens a foreign provider's sources inside its scope. Words and form are asked for once, while it is loaded. */
final class ScopedSourceFactory implements PhotoSourceFactory {
    private final PhotoSourceFactory foreign;
    private final ProviderScope scope;
    private final ProviderDescriptor descriptor;
    private final ConfigSchema schema;

    ScopedSourceFactory(PhotoSourceFactory foreign, ProviderScope scope) {
        this.foreign = foreign;
        this.scope = scope;
        this.descriptor = scope.call(foreign::descriptor);
        this.schema = scope.call(foreign::configSchema);
    }

    @Override
    public ProviderDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public ConfigSchema configSchema() {
        return schema;
    }

    @Override
    public List<ConfigProblem> validate(ProviderConfig config) {
        return scope.call(() -> foreign.validate(config));
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
