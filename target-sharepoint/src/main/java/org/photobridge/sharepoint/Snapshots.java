package org.photobridge.sharepoint;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.photobridge.spi.TargetSnapshot;

/**
 * Writes and reads snapshots: the files that are at the place where a write goes, and the four properties, whatever they
 * point at.
 */
final class Snapshots {
    private static final String FOLDER = "folder";
    private static final String BASE = "base";

    private Snapshots() {}

    static TargetSnapshot of(Person person, Map<ThumbnailSize, byte[]> files) {
        Map<String, byte[]> named = new HashMap<>();
        files.forEach((size, bytes) -> named.put(size.name(), bytes));
        Map<String, String> values = new LinkedHashMap<>(person.picture().byName());
        values.put(FOLDER, person.location().folder());
        values.put(BASE, person.location().base());
        return TargetSnapshot.of(named, values);
    }

    /** The files by size; a size that isn't there had no file. */
    static Map<ThumbnailSize, byte[]> files(TargetSnapshot snapshot) {
        Map<String, byte[]> named = snapshot.files();
        Map<ThumbnailSize, byte[]> files = new EnumMap<>(ThumbnailSize.class);
        for (ThumbnailSize size : ThumbnailSize.values()) {
            Optional.ofNullable(named.get(size.name())).ifPresent(bytes -> files.put(size, bytes));
        }
        return files;
    }

    static PictureProperties properties(TargetSnapshot snapshot) {
        return PictureProperties.of(snapshot.values());
    }

    /** Where the files were; empty for a snapshot that says "there was nothing". */
    static Optional<PictureLocation> location(TargetSnapshot snapshot) {
        String folder = snapshot.values().getOrDefault(FOLDER, "");
        String base = snapshot.values().getOrDefault(BASE, "");
        return folder.isEmpty() || base.isEmpty() ? Optional.empty() : Optional.of(new PictureLocation(folder, base));
    }
}
