package org.photobridge.portal.trail;

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
import org.photobridge.portal.audit.AuditFilter;
import org.photobridge.portal.audit.AuditRow;
import org.photobridge.portal.platform.CsvLine;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;

/** Writes entries of the audit to a file, however many there are. */
@ApplicationScoped
public class TrailExport {
    private static final int AT_ONCE = 1000;
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> HEADINGS = List.of(
            "number",
            "at",
            "actorKind",
            "actor",
            "address",
            "requestId",
            "action",
            "subjectKind",
            "subjectId",
            "subject",
            "before",
            "after",
            "reason");

    /** Takes one entry after the other. */
    private interface Sink {
        void take(AuditRow row) throws IOException;
    }

    @Inject
    private TrailService trail;

    /** As CSV in UTF-8 with the mark without which spreadsheet programs take it for something else. */
    void csv(AuditFilter filter, OutputStream out) throws IOException {
        Access.requireUnlimited(Role.ADMIN);
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        writer.write(CsvLine.of(HEADINGS));
        each(filter, row -> writer.write(CsvLine.of(cells(row))));
        writer.flush();
    }

    /** As a JSON array. */
    void json(AuditFilter filter, OutputStream out) throws IOException {
        Access.requireUnlimited(Role.ADMIN);
        JsonGenerator json = MAPPER.createGenerator(out);
        json.writeStartArray();
        each(filter, row -> write(json, row));
        json.writeEndArray();
        json.flush();
    }

    private void each(AuditFilter filter, Sink sink) throws IOException {
        List<AuditRow> some = trail.before(filter, Long.MAX_VALUE, AT_ONCE);
        while (!some.isEmpty()) {
            for (AuditRow row : some) {
                sink.take(row);
            }
            some = trail.before(filter, some.get(some.size() - 1).number(), AT_ONCE);
        }
    }

    private static List<String> cells(AuditRow row) {
        return List.of(
                Long.toString(row.number()),
                row.at().toString(),
                row.actor().kind().name(),
                row.actor().name(),
                row.address().orElse(""),
                row.requestId().orElse(""),
                row.action(),
                row.subject().kind(),
                row.subject().id(),
                row.subject().name(),
                row.before().orElse(""),
                row.after().orElse(""),
                row.reason().orElse(""));
    }

    private static void write(JsonGenerator json, AuditRow row) throws IOException {
        List<String> cells = cells(row);
        json.writeStartObject();
        json.writeNumberField(HEADINGS.get(0), row.number());
        for (int i = 1; i < cells.size(); i++) {
            json.writeStringField(HEADINGS.get(i), cells.get(i));
        }
        json.writeEndObject();
    }
}
