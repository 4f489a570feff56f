package org.photobridge.exchange;

import org.photobridge.spi.PhotoProvider;
import org.photobridge.testkit.ProviderContract;

class ExchangeProviderTest extends ProviderContract {
    @Override
    protected Class<? extends PhotoProvider> providerClass() {
        return ExchangeProvider.class;
    }
}
