package org.photobridge.portal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.photobridge.portal.audit.AuditFilter;
import org.photobridge.portal.audit.AuditRow;
import org.photobridge.portal.trail.TrailService;

/** Who did what, for admins' scripts. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    /** One entry. */
    public record EntryView(
            long number,
            Instant at,
            String actorKind,
            String actor,
            Optional<String> address,
            Optional<String> requestId,
            String action,
            String subjectKind,
            String subjectId,
            String subject,
            Optional<String> before,
            Optional<String> after,
            Optional<String> reason) {}

    /** One page of entries, the newest first; {@code next} goes into {@code before} for the next page. */
    public record EntryList(List<EntryView> items, Optional<Long> next) {}

    /** Which entries are asked for. */
    public static class Asked {
        @QueryParam("from")
        private String from;

        @QueryParam("until")
        private String until;

        @QueryParam("actor")
        @DefaultValue("")
        private String actor;

        @QueryParam("action")
        @DefaultValue("")
        private String action;

        @QueryParam("text")
        @DefaultValue("")
        private String text;

        AuditFilter filter() {
            return new AuditFilter(moment("from", from), moment("until", until), actor, action, "", text);
        }

        private static Optional<Instant> moment(String name, String text) {
            try {
                return Optional.ofNullable(text)
                        .filter(given -> !given.isBlank())
                        .map(given -> inReach(OffsetDateTime.parse(given)).toInstant());
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("'" + name + "' is a time such as 2026-01-31T08:00:00Z.", e);
            }
        }

        /** Databases know fewer years than Java. */
        private static OffsetDateTime inReach(OffsetDateTime time) {
            if (time.getYear() < 1 || time.getYear() > 9999) {
                throw new DateTimeException("The year " + time.getYear());
            }
            return time;
        }
    }

    @Inject
    private TrailService trail;

    @GET
    public EntryList list(
            @BeanParam Asked asked, @QueryParam("before") String before, @QueryParam("size") String size) {
        AuditFilter filter = asked.filter();
        int most = Given.size(size, 100);
        long older = Given.number("before", before, 1, Long.MAX_VALUE, Long.MAX_VALUE);
        // Whoever reads on page by page takes everything away: no page of it goes unrecorded.
        trail.exporting(filter, "REST before " + Objects.toString(before, "now"));
        List<AuditRow> found = trail.before(filter, older, most + 1);
        List<EntryView> items =
                found.stream().limit(most).map(AuditResource::view).toList();
        Optional<Long> next =
                found.size() > most ? Optional.of(items.get(most - 1).number()) : Optional.empty();
        return new EntryList(items, next);
    }

    private static EntryView view(AuditRow row) {
        return new EntryView(
                row.number(),
                row.at(),
                row.actor().kind().name(),
                row.actor().name(),
                row.address(),
                row.requestId(),
                row.action(),
                row.subject().kind(),
                row.subject().id(),
                row.subject().name(),
                row.before(),
                row.after(),
                row.reason());
    }
}
