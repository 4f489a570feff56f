package com.example.folder;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.spi.Account;
import org.photobridge.spi.IdentifierType;
import org.photobridge.spi.PhotoTargetFactory;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.testkit.People;
import org.photobridge.testkit.PhotoTargetContract;
import org.photobridge.testkit.Portraits;

class FolderTargetTest extends PhotoTargetContract {

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        Files.write(folder.resolve("dewi@contoso.example.jpg"), Portraits.jpeg("somebody else"));
        Files.createFile(folder.resolve("budi@contoso.example.jpg"));
    }

    @Override
    protected PhotoTargetFactory factory() {
        return new FolderProvider().targetFactory().orElseThrow();
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
    protected List<Account> withoutPicture() {
        return People.named("anna", "budi", "citra");
    }

    @Override
    protected Account withPicture() {
        return People.named("dewi");
    }

    @Test
    void name_that_would_be_a_path_is_nobody() {
        for (String name : List.of("../anna", "/etc/anna", "a\\b", "..", ".hidden", "a\u0000b")) {
            Account account = Account.of("1", "").identifiedBy(IdentifierType.USER_PRINCIPAL_NAME, name);
            assertTrue(new FolderTarget(folder).keyOf(account).isEmpty(), name);
        }
    }
}
