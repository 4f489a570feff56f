package org.photobridge.portal.bootstrap;

import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with the file, each with the path of its key: {@code connections[1].values.graphUrl}. */
final class Problems {
    private final List<String> found = new ArrayList<>();

    void add(String path, String words) {
        found.add(path.isEmpty() ? words : path + ": " + words);
    }

    /** Whether something is known to be wrong there, or with a part of it. */
    boolean isTold(String path) {
        return found.stream()
                .anyMatch(line ->
                        line.startsWith(path + ":") || line.startsWith(path + ".") || line.startsWith(path + "["));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<String> all() {
        return List.copyOf(found);
    }
}
