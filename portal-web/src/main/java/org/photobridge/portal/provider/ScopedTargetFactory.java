package org.photobridge.portal.provider;

import java.util.List;
import org.photobridge.spi.ConfigProblem;
import org.photobridge.spi.ConfigSchema;
import org.photobridge.spi.PhotoTarget;
import org.photobridge.spi.PhotoTargetFactory;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.ProviderContext;
import org.photobridge.spi.ProviderDescriptor;

/** Opens a foreign provider's targets inside its scope. Words and form are asked for once, while it is loaded. */
final class ScopedTargetFactory implements PhotoTargetFactory {
    private final PhotoTargetFactory foreign;
    private final ProviderScope scope;
    private final ProviderDescriptor descriptor;
    private final ConfigSchema schema;

    ScopedTargetFactory(PhotoTargetFactory foreign, ProviderScope scope) {
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
    public PhotoTarget open(ProviderConfig config, ProviderContext context) {
        return open(config, context, LimitOverrides.none());
    }

    PhotoTarget open(ProviderConfig config, ProviderContext context, LimitOverrides limits) {
        ProviderContext scoped = ScopedContext.of(context, scope);
        return new ScopedTarget(scope.call(() -> foreign.open(config, scoped)), scope, limits);
    }
}
