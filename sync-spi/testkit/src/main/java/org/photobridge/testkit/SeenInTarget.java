package org.photobridge.testkit;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.photobridge.spi.TargetPicture;
import org.photobridge.spi.TargetSnapshot;
import org.photobridge.spi.TargetState;

/**
 * All that can be seen of one person in a target, comparable: equal before and after means that nothing changed.
 *
 * @param kind whether there is a picture, or why not
 * @param picture the largest picture's hash
 * @param files the snapshot's files by name, as hashes
 * @param values the snapshot's values
 */
record SeenInTarget(String kind, Optional<String> picture, Map<String, String> files, Map<String, String> values) {

    static SeenInTarget of(TargetState state) {
        if (state instanceof TargetState.Present present) {
            return of("present", present.picture(), present.snapshot());
        }
        if (state instanceof TargetState.Empty empty) {
            return of("empty", Optional.empty(), empty.snapshot());
        }
        return of(state.toString(), Optional.empty(), Optional.empty());
    }

    private static SeenInTarget of(String kind, Optional<TargetPicture> picture, Optional<TargetSnapshot> snapshot) {
        Map<String, String> files = new TreeMap<>();
        snapshot.ifPresent(all -> all.files().forEach((name, bytes) -> files.put(name, hash(bytes))));
        return new SeenInTarget(
                kind,
                picture.map(TargetPicture::bytes).map(SeenInTarget::hash),
                files,
                snapshot.map(TargetSnapshot::values).orElse(Map.of()));
    }

    private static String hash(byte[] bytes) {
        return FakeEnd.fingerprintOf(Map.of("", bytes));
    }
}
