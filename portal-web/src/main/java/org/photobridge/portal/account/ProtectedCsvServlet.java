package org.photobridge.portal.account;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.photobridge.portal.plan.ProtectedPerson;
import org.photobridge.portal.platform.CsvLine;
import org.photobridge.portal.platform.Texts;

/** Sends the protected people that a filter shows as a file. */
@WebServlet("/protected.csv")
public class ProtectedCsvServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    @Inject
    private transient ProtectedPeopleService service;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String filter = Objects.toString(request.getParameter("q"), "");
        service.exporting(filter, "CSV");
        List<ProtectedPerson> people = service.find(filter);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"protected.csv\"");
        boolean indonesian = "id".equals(request.getParameter("language"));
        Texts texts = Texts.in(indonesian ? Locale.forLanguageTag("id") : Locale.ENGLISH);
        write(people, texts, response.getWriter());
    }

    private static void write(List<ProtectedPerson> people, Texts texts, Writer out) throws IOException {
        // Without it spreadsheets take UTF-8 for something else.
        out.write(BYTE_ORDER_MARK);
        out.write(CsvLine.of(Stream.of("name", "reason", "by", "since", "id")
                .map(column -> texts.get("protected.csv." + column))
                .toList()));
        for (ProtectedPerson person : people) {
            out.write(CsvLine.of(List.of(
                    person.name(), person.reason(), person.by(), person.at().toString(), person.accountId())));
        }
    }
}
