package org.photobridge.sharepoint;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Permit;
import org.photobridge.spi.ProviderException;
import org.photobridge.spi.TargetPicture;
import org.photobridge.spi.TargetRequest;
import org.photobridge.spi.TargetState;

/** Looks at what SharePoint has of a person. Changes nothing; fetches nothing but the person's own files. */
final class StateReading {
    private static final Set<String> IMPOSSIBLE =
            Set.of(Problem.NO_PROFILE.code(), Problem.OTHER_PERSON.code(), Problem.OTHER_GEO.code());

    private final PersonFinder finder;
    private final PhotoLibrary library;

    StateReading(PersonFinder finder, PhotoLibrary library) {
        this.finder = finder;
        this.library = library;
    }

    TargetState read(TargetRequest request, CallContext call) {
        try {
            return state(request, finder.find(request.account(), call), call);
        } catch (ProviderException e) {
            if (IMPOSSIBLE.contains(e.code())) {
                return TargetState.impossible(e.code());
            }
            throw e;
        }
    }

    private TargetState state(TargetRequest request, Person person, CallContext call) {
        boolean shown = person.picture().isShown();
        boolean ownFilesMatter = person.showsOwn() && shown;
        Map<ThumbnailSize, byte[]> files =
                ownFilesMatter || request.wantsSnapshot() ? files(person.location(), call) : Map.of();
        boolean hasPicture = shown && (!person.showsOwn() || !files.isEmpty());
        return hasPicture ? present(request, person, files) : empty(request, person, files);
    }

    private Map<ThumbnailSize, byte[]> files(PictureLocation location, CallContext call) {
        try (Permit permit = call.acquire(LimitNames.requests(ThumbnailSize.values().length))) {
            return library.read(location, call);
        }
    }

    private static TargetState present(TargetRequest request, Person person, Map<ThumbnailSize, byte[]> files) {
        Map<ThumbnailSize, byte[]> shown = person.showsOwn() ? files : Map.of();
        TargetState.Present state = TargetState.present(
                Hashes.fingerprint(person.picture().pictureUrl(), shown),
                StateToken.of(person, files).toToken());
        Optional<byte[]> largest = request.wantsPicture() ? largest(shown) : Optional.empty();
        TargetState.Present pictured =
                largest.map(bytes -> state.with(TargetPicture.of(bytes))).orElse(state);
        return request.wantsSnapshot() ? pictured.with(Snapshots.of(person, files)) : pictured;
    }

    private static TargetState empty(TargetRequest request, Person person, Map<ThumbnailSize, byte[]> files) {
        TargetState.Empty state = TargetState.empty(StateToken.of(person, files).toToken());
        return request.wantsSnapshot() ? state.with(Snapshots.of(person, files)) : state;
    }

    private static Optional<byte[]> largest(Map<ThumbnailSize, byte[]> files) {
        for (ThumbnailSize size : ThumbnailSize.values()) {
            if (files.containsKey(size)) {
                return Optional.of(files.get(size));
            }
        }
        return Optional.empty();
    }
}
