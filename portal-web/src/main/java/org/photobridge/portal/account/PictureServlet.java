package org.photobridge.portal.account;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Sends pictures to browsers: only JPEGs that we made, only to whom may see people, and to be kept nowhere. */
@WebServlet("/pictures")
public class PictureServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient PictureService service;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<PictureService.Picture> picture = picture(request);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        if (picture.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String tag = '"' + picture.get().tag() + '"';
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("image/jpeg");
        response.setContentLength(picture.get().jpeg().length);
        response.getOutputStream().write(picture.get().jpeg());
    }

    private Optional<PictureService.Picture> picture(HttpServletRequest request) {
        String reading = request.getParameter("reading");
        if (reading != null) {
            return service.read(reading, String.valueOf(request.getParameter("side")));
        }
        String previous = request.getParameter("previous");
        if (previous != null) {
            return service.previous(previous);
        }
        String person = request.getParameter("person");
        Optional<Long> connection = number(request.getParameter("connection"));
        return person == null ? Optional.empty() : connection.flatMap(id -> service.small(id, person));
    }

    private static Optional<Long> number(String text) {
        return text != null && text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
