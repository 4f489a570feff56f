package org.photobridge.portal.trail;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.photobridge.portal.audit.AuditFilter;

/** Sends what the audit page shows as a file. */
@WebServlet("/audit-export")
public class TrailExportServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient TrailService trail;

    @Inject
    private transient TrailExport export;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean json = "json".equals(request.getParameter("format"));
        AuditFilter filter = TrailFilter.of(request::getParameter);
        trail.exporting(filter, json ? "JSON" : "CSV");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit." + (json ? "json" : "csv") + "\"");
        response.setHeader("Cache-Control", "no-store");
        if (json) {
            response.setContentType("application/json");
            export.json(filter, response.getOutputStream());
        } else {
            response.setContentType("text/csv;charset=UTF-8");
            export.csv(filter, response.getOutputStream());
        }
    }
}
