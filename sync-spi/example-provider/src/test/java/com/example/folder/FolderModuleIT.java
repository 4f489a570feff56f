package com.example.folder;

import java.nio.file.Path;
import org.photobridge.testkit.ProviderModuleContract;

class FolderModuleIT extends ProviderModuleContract {

    @Override
    protected Path module() {
        return Path.of("target/example-provider.zip");
    }
}
