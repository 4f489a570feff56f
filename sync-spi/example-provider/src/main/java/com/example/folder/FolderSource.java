package com.example.folder;

import com.example.folder.FolderProvider.FolderFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.photobridge.spi.Account;
import org.photobridge.spi.AccountPage;
import org.photobridge.spi.AccountQuery;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Capability;
import org.photobridge.spi.Cost;
import org.photobridge.spi.HealthReport;
import org.photobridge.spi.IdentifierType;
import org.photobridge.spi.PageRequest;
import org.photobridge.spi.PageToken;
import org.photobridge.spi.PhotoRequest;
import org.photobridge.spi.PhotoResult;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.PhotoSourceFactory;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.ProviderContext;
import org.photobridge.spi.ProviderException;
import org.photobridge.spi.SourcePhoto;

/** Reads pictures from the folder. A file name is all that it knows of a person: a renamed file is another person. */
record FolderSource(Path folder) implements PhotoSource {

    static final class Factory extends FolderFactory implements PhotoSourceFactory {
        @Override
        public PhotoSource open(ProviderConfig config, ProviderContext context) {
            return new FolderSource(Path.of(config.text("folder").orElseThrow()));
        }
    }

    @Override
    public HealthReport checkHealth(CallContext call) {
        return FolderProvider.health(folder, call);
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of();
    }

    @Override
    public AccountPage listAccounts(AccountQuery query, PageRequest page, CallContext call) {
        if (query.groupId().isPresent() || query.search().isPresent()) {
            throw new UnsupportedOperationException("A folder has no groups and no search");
        }
        call.acquire(Cost.free()).close();
        String after = page.from().map(PageToken::value).orElse("");
        List<String> names = names(query.identifiers()).filter(name -> name.compareTo(after) > 0).toList();
        List<Account> accounts = names.stream().limit(page.maxSize()).map(FolderSource::account).toList();
        return AccountPage.of(accounts, Optional.of(accounts.size())
                .filter(size -> size < names.size())
                .map(size -> new PageToken(names.get(size - 1))));
    }

    private static Account account(String name) {
        return Account.of(name, name).identifiedBy(IdentifierType.USER_PRINCIPAL_NAME, name);
    }

    private Stream<String> names(List<String> wanted) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.matches(".+\\.jpg"))
                    .map(file -> file.substring(0, file.length() - 4))
                    .filter(name -> wanted.isEmpty() || wanted.stream().anyMatch(name::equalsIgnoreCase))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new ProviderException(FolderProvider.failure(e), e);
        }
    }

    @Override
    public List<PhotoResult> readPhotos(List<PhotoRequest> requests, CallContext call) {
        call.acquire(Cost.free()).close();
        return requests.stream().map(this::read).toList();
    }

    private PhotoResult read(PhotoRequest request) {
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve(request.account().id() + ".jpg"));
            if (bytes.length == 0) {
                return PhotoResult.absent("folder-empty-file");
            }
            String fingerprint = UUID.nameUUIDFromBytes(bytes).toString();
            boolean same = request.lastFingerprint().filter(fingerprint::equals).isPresent();
            return same ? PhotoResult.notModified() : PhotoResult.found(SourcePhoto.of(bytes, fingerprint));
        } catch (IOException e) {
            return PhotoResult.failed(FolderProvider.failure(e));
        }
    }

    @Override
    public void close() {}
}
