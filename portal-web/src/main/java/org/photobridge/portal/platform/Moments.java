package org.photobridge.portal.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;

/** Points in time as pages write them: in the reader's language, in the machine's time zone. */
@Named
@RequestScoped
public class Moments {
    private static final Duration JUST_NOW = Duration.ofSeconds(60);

    @Inject
    private Clock clock;

    /** Date and time; empty text for none. */
    public String of(Optional<Instant> moment) {
        return moment.map(this::at).orElse("");
    }

    public String at(Instant moment) {
        return format(moment, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT));
    }

    public String day(Instant moment) {
        return format(moment, DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG));
    }

    /** "Just now" for a minute, then date and time. */
    public String since(Instant moment) {
        boolean recent = moment.plus(JUST_NOW).isAfter(clock.instant());
        return recent ? Texts.in(locale()).get("moments.just-now") : at(moment);
    }

    private static String format(Instant moment, DateTimeFormatter formatter) {
        return formatter.withLocale(locale()).withZone(ZoneId.systemDefault()).format(moment);
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
