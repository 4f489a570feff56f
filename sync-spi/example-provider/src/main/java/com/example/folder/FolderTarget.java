package com.example.folder;

import com.example.folder.FolderProvider.FolderFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.photobridge.spi.Account;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Capability;
import org.photobridge.spi.Cost;
import org.photobridge.spi.HealthReport;
import org.photobridge.spi.IdentifierType;
import org.photobridge.spi.PhotoTarget;
import org.photobridge.spi.PhotoTargetFactory;
import org.photobridge.spi.PhotoWrite;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.ProviderContext;
import org.photobridge.spi.ProviderException;
import org.photobridge.spi.Rendition;
import org.photobridge.spi.TargetPicture;
import org.photobridge.spi.TargetRequest;
import org.photobridge.spi.TargetSnapshot;
import org.photobridge.spi.TargetState;
import org.photobridge.spi.TargetToken;
import org.photobridge.spi.WriteResult;

/** Writes pictures into the folder. */
record FolderTarget(Path folder) implements PhotoTarget {

    static final class Factory extends FolderFactory implements PhotoTargetFactory {
        @Override
        public PhotoTarget open(ProviderConfig config, ProviderContext context) {
            return new FolderTarget(Path.of(config.text("folder").orElseThrow()));
        }
    }

    @Override
    public HealthReport checkHealth(CallContext call) {
        return FolderProvider.health(folder, call);
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.RESTORE);
    }

    @Override
    public List<IdentifierType> addressableBy() {
        return List.of(IdentifierType.USER_PRINCIPAL_NAME);
    }

    /** Leaves out whoever's name would be a path: names come from outside. */
    @Override
    public Optional<String> keyOf(Account account) {
        return PhotoTarget.super.keyOf(account).filter(name -> name.matches("[\\w@'+-][\\w@'+.-]*"));
    }

    @Override
    public List<Rendition> renditions() {
        return List.of(Rendition.jpeg("photo", 648));
    }

    @Override
    public List<TargetState> readStates(List<TargetRequest> requests, CallContext call) {
        if (!FolderProvider.health(folder, call).isHealthy()) {
            throw new ProviderException(FolderProvider.failure(new IOException("No folder " + folder)));
        }
        return requests.stream().map(request -> look(file(request.account()), request)).toList();
    }

    private TargetState look(Path file, TargetRequest request) {
        try {
            Map<String, byte[]> files = Files.exists(file) ? Map.of("photo", Files.readAllBytes(file)) : Map.of();
            return state(files.getOrDefault("photo", new byte[0]), TargetSnapshot.of(files, Map.of()), request);
        } catch (IOException e) {
            return TargetState.failed(FolderProvider.failure(e));
        }
    }

    private static TargetState state(byte[] bytes, TargetSnapshot snapshot, TargetRequest request) {
        if (bytes.length == 0) {
            TargetState.Empty empty = TargetState.empty(TargetToken.NONE);
            return request.wantsSnapshot() ? empty.with(snapshot) : empty;
        }
        TargetState.Present present = TargetState.present(UUID.nameUUIDFromBytes(bytes).toString(), TargetToken.NONE);
        present = request.wantsPicture() ? present.with(TargetPicture.of(bytes)) : present;
        return request.wantsSnapshot() ? present.with(snapshot) : present;
    }

    private Path file(Account account) {
        return folder.resolve(keyOf(account).orElseThrow() + ".jpg");
    }

    @Override
    public List<WriteResult> writePhotos(List<PhotoWrite> writes, CallContext call) {
        call.acquire(Cost.free()).close();
        return writes.stream()
                .map(write -> put(file(write.account()), Map.of("photo", write.pictures().get(0).bytes())))
                .toList();
    }

    @Override
    public WriteResult restore(Account account, TargetSnapshot snapshot, CallContext call) {
        call.acquire(Cost.free()).close();
        return put(file(account), snapshot.files());
    }

    /** Moves the finished file into place, so that nobody ever sees half a picture. */
    private static WriteResult put(Path file, Map<String, byte[]> files) {
        try {
            if (files.isEmpty()) {
                Files.deleteIfExists(file);
                return WriteResult.written("");
            }
            byte[] bytes = files.get("photo");
            Path draft = Files.write(file.resolveSibling(file.getFileName() + ".draft"), bytes);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return WriteResult.written(bytes.length == 0 ? "" : UUID.nameUUIDFromBytes(bytes).toString());
        } catch (IOException e) {
            return WriteResult.failed(FolderProvider.failure(e));
        }
    }

    @Override
    public void close() {}
}
