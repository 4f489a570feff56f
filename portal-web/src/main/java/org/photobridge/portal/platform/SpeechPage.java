package org.photobridge.portal.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.omnifaces.util.Faces;
import org.photobridge.spi.LocalText;

/** Puts providers' texts, days and moments into the words of whoever reads the page. */
@Named("speech")
@RequestScoped
public class SpeechPage {
    @Inject
    private Clock clock;

    public String text(LocalText text) {
        return text == null ? "" : text.get(locale());
    }

    /** Day and time by the portal's own clock. */
    public String moment(Instant moment) {
        return moment == null
                ? ""
                : format(FormatStyle.MEDIUM, FormatStyle.SHORT).format(moment);
    }

    public String day(Instant moment) {
        return moment == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale())
                        .withZone(ZoneId.systemDefault())
                        .format(moment);
    }

    /** How many whole days there are until then; negative if it has passed. */
    public long daysUntil(Instant moment) {
        return ChronoUnit.DAYS.between(clock.instant(), moment);
    }

    private static DateTimeFormatter format(FormatStyle date, FormatStyle time) {
        return DateTimeFormatter.ofLocalizedDateTime(date, time)
                .withLocale(locale())
                .withZone(ZoneId.systemDefault());
    }

    private static Locale locale() {
        return Faces.getLocale();
    }
}
