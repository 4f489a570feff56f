package org.photobridge.portal.job;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.photobridge.portal.platform.CsvLine;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;

/** Writes a run's outcomes to a file, however many there are. */
@ApplicationScoped
public class RunExport {

    private static final int PAGE = 1000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> HEADINGS =
            List.of("account", "name", "outcome", "condition", "reason", "category", "detail", "at");

    /** Takes one outcome after the other. */
    private interface Sink {
        void take(OutcomeRow row) throws IOException;
    }

    @Inject
    private RunService runs;

    /** As CSV in UTF-8 with a byte order mark, without which spreadsheet programs take it for something else. */
    public void csv(long runId, OutcomeFilter filter, OutputStream out) throws IOException {
        Access.require(Role.VIEWER);
        runs.exporting(runId, filter, "CSV");
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\ufeff');
        writer.write(CsvLine.of(HEADINGS));
        each(runId, filter, row -> writer.write(CsvLine.of(cells(row))));
        writer.flush();
    }

    /** As a JSON array. */
    public void json(long runId, OutcomeFilter filter, OutputStream out) throws IOException {
        Access.require(Role.VIEWER);
        runs.exporting(runId, filter, "JSON");
        JsonGenerator json = MAPPER.createGenerator(out);
        json.writeStartArray();
        each(runId, filter, row -> write(json, row));
        json.writeEndArray();
        json.flush();
    }

    private void each(long runId, OutcomeFilter filter, Sink sink) throws IOException {
        List<OutcomeRow> page = runs.outcomesAfter(runId, filter, "", PAGE);
        while (!page.isEmpty()) {
            for (OutcomeRow row : page) {
                sink.take(row);
            }
            page = runs.outcomesAfter(runId, filter, page.get(page.size() - 1).accountId(), PAGE);
        }
    }

    private static List<String> cells(OutcomeRow row) {
        return List.of(
                row.accountId(),
                row.displayName(),
                row.outcome(),
                row.condition(),
                row.reasonCode(),
                row.failureCategory(),
                row.detail(),
                row.at().toString());
    }

    private static void write(JsonGenerator json, OutcomeRow row) throws IOException {
        List<String> cells = cells(row);
        json.writeStartObject();
        for (int i = 0; i < cells.size(); i++) {
            json.writeStringField(HEADINGS.get(i), cells.get(i));
        }
        json.writeEndObject();
    }
}
