package org.photobridge.exchange;

import java.nio.file.Path;
import org.photobridge.testkit.ProviderModuleContract;

class ExchangeModuleIT extends ProviderModuleContract {
    @Override
    protected Path module() {
        return Path.of("target", "source-exchange.zip");
    }
}
