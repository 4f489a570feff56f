package org.photobridge.spi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A person's picture in the target, complete enough to be put back: files and values by names that only the target
 * understands. A snapshot without any says "there was nothing". The host stores it encrypted and looks at nothing.
 */
public final class TargetSnapshot {

    private final Map<String, byte[]> files;
    private final Map<String, String> values;

    private TargetSnapshot(Map<String, byte[]> files, Map<String, String> values) {
        this.files = new TreeMap<>();
        files.forEach((name, bytes) -> this.files.put(name, bytes.clone()));
        this.values = Map.copyOf(values);
    }

    /** A snapshot that says "there was nothing". */
    public static TargetSnapshot empty() {
        return new TargetSnapshot(Map.of(), Map.of());
    }

    public static TargetSnapshot of(Map<String, byte[]> files, Map<String, String> values) {
        return new TargetSnapshot(files, values);
    }

    /** The files by name; copies. */
    public Map<String, byte[]> files() {
        Map<String, byte[]> copies = new LinkedHashMap<>();
        files.forEach((name, bytes) -> copies.put(name, bytes.clone()));
        return copies;
    }

    public Map<String, String> values() {
        return values;
    }

    /** Counts, no content. */
    @Override
    public String toString() {
        return "TargetSnapshot[" + files.size() + " files, " + values.size() + " values]";
    }
}
