package org.photobridge.portal.provider;

import java.util.List;
import org.photobridge.spi.ConfigProblem;
import org.photobridge.spi.ConfigSchema;
import org.photobridge.spi.EndFactory;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.ProviderDescriptor;

/**
 * What factories of sources and targets have in common, called inside the provider's scope. Words and form are asked for
 * once, while it is loaded.
 */
abstract class ScopedFactory<F extends EndFactory> implements EndFactory {
    final F foreign;
    final ProviderScope scope;
    private final ProviderDescriptor descriptor;
    private final ConfigSchema schema;

    ScopedFactory(F foreign, ProviderScope scope) {
        this.foreign = foreign;
        this.scope = scope;
        this.descriptor = scope.call(foreign::descriptor);
        this.schema = scope.call(foreign::configSchema);
    }

    @Override
    public final ProviderDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public final ConfigSchema configSchema() {
        return schema;
    }

    @Override
    public final List<ConfigProblem> validate(ProviderConfig config) {
        return scope.call(() -> foreign.validate(config));
    }
}
