package org.photobridge.sharepoint;

import org.photobridge.spi.PhotoProvider;
import org.photobridge.testkit.ProviderContract;

/** Holds the provider to what every provider keeps to before anything is opened. */
class SharePointProviderTest extends ProviderContract {
    @Override
    protected Class<? extends PhotoProvider> providerClass() {
        return SharePointProvider.class;
    }
}
