package org.photobridge.portal.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    private static final String HOSTILE = "a\n{\"level\":\"ERROR\"}\r\t\u0000\u0085\u2028\\ \"q\" Zoë 🦊";

    private final JsonLines lines = new JsonLines();

    @Test
    void a_record_is_one_line_with_all_that_is_known_of_it() throws Exception {
        LogRecord record = new LogRecord(Level.WARNING, "Run {0} waits");
        record.setParameters(new Object[] {"12"});
        record.setLoggerName("org.example");
        record.setInstant(Instant.parse("2026-11-22T10:15:30Z"));
        lines.accept(() -> Map.of("run", "12"));

        JsonNode line = parsed(lines.format(record));

        assertThat(line.path("time").asText()).isEqualTo("2026-11-22T10:15:30Z");
        assertThat(line.path("level").asText()).isEqualTo("WARN");
        assertThat(line.path("logger").asText()).isEqualTo("org.example");
        assertThat(line.path("message").asText()).isEqualTo("Run 12 waits");
        assertThat(line.path("run").asText()).isEqualTo("12");
        assertThat(line.path("thread").asText())
                .isEqualTo(Thread.currentThread().getName());
    }

    @Test
    void what_comes_from_outside_makes_no_line_of_its_own() throws Exception {
        String line = lines.format(new LogRecord(Level.INFO, HOSTILE));

        assertThat(line.lines()).hasSize(1);
        assertThat(line).endsWith("}\n").doesNotContain("\u2028", "\u0085", "\u0000");
        assertThat(parsed(line).path("message").asText()).isEqualTo(HOSTILE);
    }

    @Test
    void an_exception_is_told_with_its_trace_on_the_same_line() throws Exception {
        LogRecord record = new LogRecord(Level.SEVERE, "Stopped by a defect");
        record.setThrown(new IllegalStateException("odd", new RuntimeException("why")));

        String line = lines.format(record);

        assertThat(line.lines()).hasSize(1);
        assertThat(parsed(line).path("exception").asText())
                .contains("IllegalStateException: odd")
                .contains("Caused by: java.lang.RuntimeException: why")
                .contains("\tat ");
        assertThat(parsed(line).path("level").asText()).isEqualTo("ERROR");
    }

    private static JsonNode parsed(String line) throws JsonProcessingException {
        return new ObjectMapper().readTree(line);
    }
}
