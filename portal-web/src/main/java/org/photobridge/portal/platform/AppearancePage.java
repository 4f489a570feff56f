package org.photobridge.portal.platform;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.omnifaces.util.Faces;

/** How this browser wants the pages: light or dark, English or Indonesian; remembered in cookies for a year. */
@Named("appearance")
@RequestScoped
public class AppearancePage {
    private static final String THEME = "photobridge-theme";
    private static final String LANGUAGE = "photobridge-language";
    private static final int YEAR = (int) Duration.ofDays(365).toSeconds();
    private static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.forLanguageTag("id"));

    private boolean dark;
    private Locale locale;

    @PostConstruct
    void recall() {
        dark = "dark".equals(Faces.getRequestCookie(THEME));
        locale = chosen(Faces.getRequestCookie(LANGUAGE));
    }

    /** The name of the PrimeFaces theme. */
    public String getTheme() {
        return dark ? "arya-blue" : "saga-blue";
    }

    public boolean isDark() {
        return dark;
    }

    public Locale getLocale() {
        return locale;
    }

    /** The language that the switch leads to, as a tag. */
    public String getOther() {
        return LOCALES.stream()
                .filter(known -> !known.equals(locale))
                .findFirst()
                .orElse(locale)
                .toLanguageTag();
    }

    /** That language's name, in itself. */
    public String getOtherName() {
        Locale other = Locale.forLanguageTag(getOther());
        return other.getDisplayLanguage(other);
    }

    public void toggleTheme() throws IOException {
        dark = !dark;
        remember(THEME, dark ? "dark" : "light");
        reload();
    }

    public void speakOther() throws IOException {
        locale = chosen(getOther());
        remember(LANGUAGE, locale.toLanguageTag());
        reload();
    }

    private static Locale chosen(String tag) {
        return LOCALES.stream()
                .filter(known -> known.toLanguageTag().equals(tag))
                .findFirst()
                .orElseGet(AppearancePage::wantedByBrowser);
    }

    private static Locale wantedByBrowser() {
        List<Locale.LanguageRange> wanted = Locale.LanguageRange.parse(acceptLanguage());
        Locale best = Locale.lookup(wanted, LOCALES);
        return best == null ? Locale.ENGLISH : best;
    }

    private static String acceptLanguage() {
        String header = Faces.getRequestHeader("Accept-Language");
        return header == null || header.isBlank() ? "en" : header;
    }

    private static void remember(String cookie, String value) {
        Map<String, Object> attributes = Map.of(
                "path", "/", "maxAge", YEAR, "httpOnly", true, "secure", Faces.isRequestSecure(), "SameSite", "Lax");
        Faces.getExternalContext().addResponseCookie(cookie, value, attributes);
    }

    /** The same page again, drawn anew: a theme is a style sheet in its head. */
    private static void reload() throws IOException {
        Faces.redirect(Faces.getRequestURIWithQueryString());
    }
}
