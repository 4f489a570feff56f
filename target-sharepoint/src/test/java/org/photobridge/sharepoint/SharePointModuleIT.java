package org.photobridge.sharepoint;

import java.nio.file.Path;
import org.photobridge.testkit.ProviderModuleContract;

/** Holds the built zip to what every module keeps to. */
class SharePointModuleIT extends ProviderModuleContract {
    @Override
    protected Path module() {
        return Path.of("target", "target-sharepoint.zip");
    }
}
