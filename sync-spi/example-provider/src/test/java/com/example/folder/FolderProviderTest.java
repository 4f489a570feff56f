package com.example.folder;

import org.photobridge.spi.PhotoProvider;
import org.photobridge.testkit.ProviderContract;

class FolderProviderTest extends ProviderContract {

    @Override
    protected Class<? extends PhotoProvider> providerClass() {
        return FolderProvider.class;
    }
}
