package org.photobridge.exchange;

import java.util.List;
import org.photobridge.spi.ConfigProblem;
import org.photobridge.spi.ConfigSchema;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.PhotoSourceFactory;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.ProviderContext;
import org.photobridge.spi.ProviderDescriptor;

/** Opens connections to Exchange Online. */
final class ExchangeSourceFactory implements PhotoSourceFactory {
    @Override
    public ProviderDescriptor descriptor() {
        return ProviderDescriptor.of(Texts.of("descriptor.name"), Texts.of("descriptor.description"))
                .withErrors(ExchangeError.catalogue());
    }

    @Override
    public ConfigSchema configSchema() {
        return ExchangeSchema.schema();
    }

    @Override
    public List<ConfigProblem> validate(ProviderConfig config) {
        return SettingsCheck.problems(config);
    }

    @Override
    public PhotoSource open(ProviderConfig config, ProviderContext context) {
        return new ExchangePhotoSource(ExchangeSettings.of(config), context);
    }
}
