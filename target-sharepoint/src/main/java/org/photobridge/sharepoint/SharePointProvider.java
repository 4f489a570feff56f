package org.photobridge.sharepoint;

import java.util.Optional;
import org.photobridge.spi.PhotoProvider;
import org.photobridge.spi.PhotoTargetFactory;

/** Offers SharePoint Online as a photo target. */
public final class SharePointProvider implements PhotoProvider {
    @Override
    public Optional<PhotoTargetFactory> targetFactory() {
        return Optional.of(new SharePointTargetFactory());
    }
}
