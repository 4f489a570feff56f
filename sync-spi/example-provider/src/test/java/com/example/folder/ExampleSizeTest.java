package com.example.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the promise that a provider is an afternoon's work: this one's size is the contract's cost. */
class ExampleSizeTest {

    private static final Path SOURCES = Path.of("src/main/java/com/example/folder");

    @Test
    void complete_source_or_target_has_less_than_eighty_effective_lines() throws IOException {
        long entry = effectiveLines("FolderProvider.java");
        assertTrue(entry + effectiveLines("FolderSource.java") < 80);
        assertTrue(entry + effectiveLines("FolderTarget.java") < 80);
    }

    @Test
    void both_together_are_three_files() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            assertEquals(3, files.count());
        }
    }

    /** All but blank lines, comments, imports, and lines that hold nothing but brackets or an annotation. */
    private static long effectiveLines(String file) throws IOException {
        List<String> lines = Files.readAllLines(SOURCES.resolve(file));
        return lines.stream()
                .map(String::strip)
                .filter(line -> !line.matches("|(package|import) .*|(/\\*\\*|\\*).*|[\\[\\](){};,]+|@\\w+"))
                .count();
    }
}
