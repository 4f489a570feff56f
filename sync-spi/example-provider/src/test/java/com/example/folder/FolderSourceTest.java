package com.example.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.spi.PhotoSourceFactory;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.testkit.PhotoSourceContract;
import org.photobridge.testkit.Portraits;

class FolderSourceTest extends PhotoSourceContract {

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        for (String name : List.of("anna", "budi", "citra", "eko", "fajar", "o'neil")) {
            Files.write(folder.resolve(name + "@contoso.example.jpg"), Portraits.jpeg(name));
        }
        Files.createFile(folder.resolve("dewi@contoso.example.jpg"));
        Files.writeString(folder.resolve("readme.txt"), "not a picture");
    }

    @Override
    protected PhotoSourceFactory factory() {
        return new FolderProvider().sourceFactory().orElseThrow();
    }

    @Override
    protected ProviderConfig config() {
        return ProviderConfig.of(Map.of("folder", folder.toString()));
    }

    @Override
    protected ProviderConfig unusableConfig() {
        return ProviderConfig.of(Map.of("folder", folder.resolve("nowhere").toString()));
    }

    @Override
    protected int people() {
        return 7;
    }

    @Override
    protected List<String> withPhoto() {
        return List.of("anna@contoso.example", "o'neil@contoso.example");
    }

    @Override
    protected List<String> withoutPhoto() {
        return List.of("dewi@contoso.example");
    }
}
