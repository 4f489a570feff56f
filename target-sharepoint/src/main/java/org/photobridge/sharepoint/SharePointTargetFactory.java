package org.photobridge.sharepoint;

import java.util.List;
import org.photobridge.spi.ConfigProblem;
import org.photobridge.spi.ConfigSchema;
import org.photobridge.spi.PhotoTarget;
import org.photobridge.spi.PhotoTargetFactory;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.ProviderContext;
import org.photobridge.spi.ProviderDescriptor;
import org.photobridge.spi.ProviderException;

/** Opens SharePoint Online. */
final class SharePointTargetFactory implements PhotoTargetFactory {
    @Override
    public ProviderDescriptor descriptor() {
        return ProviderDescriptor.of(Texts.of("target.name"), Texts.of("target.description"))
                .withErrors(Problem.catalogue());
    }

    @Override
    public ConfigSchema configSchema() {
        return SharePointSchema.schema();
    }

    @Override
    public List<ConfigProblem> validate(ProviderConfig config) {
        return new SettingsCheck(config).problems();
    }

    @Override
    public PhotoTarget open(ProviderConfig config, ProviderContext context) {
        try {
            return SharePointTarget.open(new SharePointSettings(config), context);
        } catch (IllegalArgumentException e) {
            throw new ProviderException(Problem.SETTINGS.failure(String.valueOf(e.getMessage())), e);
        }
    }
}
