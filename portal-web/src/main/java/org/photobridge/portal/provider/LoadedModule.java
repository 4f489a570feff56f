package org.photobridge.portal.provider;

import java.util.Optional;
import org.photobridge.spi.EndFactory;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.PhotoTarget;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.ProviderContext;

/** A provider whose classes are loaded and whose ends can be opened. */
public final class LoadedModule {
    /** The code of a failure that is the provider's own defect. */
    public static final String DEFECT = ProviderScope.DEFECT;

    private final ProviderKey key;
    private final Optional<ScopedSourceFactory> source;
    private final Optional<ScopedTargetFactory> target;

    LoadedModule(ProviderKey key, Optional<ScopedSourceFactory> source, Optional<ScopedTargetFactory> target) {
        this.key = key;
        this.source = source;
        this.target = target;
    }

    public ProviderKey key() {
        return key;
    }

    /** Words, form and check of one role; empty if the provider doesn't play it. */
    public Optional<EndFactory> factory(ProviderRole role) {
        return role == ProviderRole.SOURCE ? source.map(EndFactory.class::cast) : target.map(EndFactory.class::cast);
    }

    /** Opens a source. Call it only if the provider plays that role. */
    public PhotoSource openSource(ProviderConfig config, ProviderContext context, LimitOverrides limits) {
        return source.orElseThrow().open(config, context, limits);
    }

    /** Opens a target. Call it only if the provider plays that role. */
    public PhotoTarget openTarget(ProviderConfig config, ProviderContext context, LimitOverrides limits) {
        return target.orElseThrow().open(config, context, limits);
    }
}
