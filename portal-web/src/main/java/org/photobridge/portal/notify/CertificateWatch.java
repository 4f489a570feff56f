package org.photobridge.portal.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.photobridge.portal.connection.RegistrationService;
import org.photobridge.portal.connection.RegistrationView;
import org.photobridge.portal.connection.RegistrationView.CertificateView;
import org.photobridge.portal.notify.Cause.Wording;
import org.photobridge.portal.platform.Texts;

/** Raises a cause 60, 30, 14, 7 and one day before a certificate in use ends, and when it has ended. */
@ApplicationScoped
class CertificateWatch {
    private static final List<Long> DAYS_BEFORE = List.of(0L, 1L, 7L, 14L, 30L, 60L);

    @Inject
    private RegistrationService registrations;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    void look() {
        for (RegistrationView registration : registrations.list()) {
            registration.now().ifPresent(certificate -> look(registration, certificate));
        }
    }

    private void look(RegistrationView registration, CertificateView certificate) {
        OptionalLong step = step(clock.instant(), certificate.validUntil());
        if (step.isPresent()) {
            outbox.raise(cause(registration, certificate, step.getAsLong()));
        }
    }

    /**
     * The nearest step that has been reached; a portal that was off for a month doesn't make up for the others.
     *
     * @return empty if the end is far away
     */
    static OptionalLong step(Instant now, Instant end) {
        Duration left = Duration.between(now, end);
        return DAYS_BEFORE.stream()
                .mapToLong(Long::longValue)
                .filter(days -> left.compareTo(Duration.ofDays(days)) <= 0)
                .findFirst();
    }

    private Cause cause(RegistrationView registration, CertificateView certificate, long step) {
        String id = Long.toString(registration.id());
        return new Cause(
                EventKind.CERTIFICATE_ENDS,
                "certificate:" + certificate.thumbprint() + ":" + step,
                "/registration.xhtml?id=" + id,
                Map.of(
                        "registration", id,
                        "thumbprint", certificate.thumbprint(),
                        "validUntil", certificate.validUntil().toString()),
                locale -> wording(registration, certificate, step, locale));
    }

    private Wording wording(RegistrationView registration, CertificateView certificate, long step, Locale locale) {
        String key = step == 0 ? "notify.certificate-ended" : "notify.certificate-ends";
        String name = Wording.oneLine(registration.name());
        long days = Math.max(
                1, Duration.between(clock.instant(), certificate.validUntil()).toDays());
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(ZoneId.systemDefault())
                .format(certificate.validUntil());
        Texts texts = Texts.in(locale);
        return new Wording(texts.get(key + ".title", name, days, day), texts.get(key + ".text", name, days, day));
    }
}
