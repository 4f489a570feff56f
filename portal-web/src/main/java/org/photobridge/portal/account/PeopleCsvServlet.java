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
import java.util.Optional;
import org.photobridge.portal.plan.Plan;

/** Sends the people that a filter shows as a file; it takes the parameters of the page that it is linked from. */
@WebServlet("/people.csv")
public class PeopleCsvServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int AT_ONCE = 500;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    @Inject
    private transient PeopleService service;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Plan> plan = PlanChoice.of(service.plans(), request.getParameter("plan"));
        if (plan.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        service.exporting(plan.get(), filter(request), "CSV");
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"people.csv\"");
        write(plan.get(), filter(request), locale(request), response.getWriter());
    }

    private void write(Plan plan, PeopleFilter filter, Locale locale, Writer out) throws IOException {
        // Without it spreadsheets take UTF-8 for something else.
        out.write(BYTE_ORDER_MARK);
        PeopleCsv csv = new PeopleCsv(out, service.words(plan, locale));
        csv.head();
        int first = 0;
        List<PersonRow> rows = service.find(plan, filter, first, AT_ONCE);
        while (!rows.isEmpty()) {
            for (PersonRow row : rows) {
                csv.row(row);
            }
            first += rows.size();
            rows = service.find(plan, filter, first, AT_ONCE);
        }
    }

    private static PeopleFilter filter(HttpServletRequest request) {
        return PeopleFilter.ofParameters(
                request.getParameter("q"), request.getParameter("condition"), request.getParameter("department"));
    }

    private static Locale locale(HttpServletRequest request) {
        return "id".equals(request.getParameter("language")) ? Locale.forLanguageTag("id") : Locale.ENGLISH;
    }
}
