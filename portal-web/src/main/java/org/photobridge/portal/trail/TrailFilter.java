package org.photobridge.portal.trail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.photobridge.portal.audit.AuditFilter;

/** What an address asks of the audit; something it can't mean is as good as nothing. */
final class TrailFilter {
    private TrailFilter() {}

    /** @param parameter gives what the address says under a name; may give null */
    static AuditFilter of(Function<String, String> parameter) {
        return new AuditFilter(
                day(parameter.apply("from"), 0),
                day(parameter.apply("until"), 1),
                text(parameter.apply("actor")),
                text(parameter.apply("action")),
                text(parameter.apply("subject")),
                text(parameter.apply("text")));
    }

    /** Whether the address asks for a day that there isn't. */
    static boolean isMeaningless(String name, String value) {
        return (name.equals("from") || name.equals("until")) && day(value, 0).isEmpty();
    }

    /** Days are those of the machine, as pages write them; the last one belongs to what is asked for. */
    private static Optional<Instant> day(String text, int later) {
        try {
            return text == null || text.isBlank()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text.strip())
                            .plusDays(later)
                            .atStartOfDay(ZoneId.systemDefault())
                            .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
