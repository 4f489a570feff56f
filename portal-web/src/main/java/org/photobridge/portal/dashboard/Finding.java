package org.photobridge.portal.dashboard;

import java.util.Locale;

/** What the health banner can say, in the order of urgency; the first that holds is said. */
public enum Finding {
    NO_CONNECTION(Tone.START, "/connections"),
    NO_PLAN(Tone.START, "/plans"),
    PROVIDER_MISSING(Tone.BAD, "/connection"),
    UNHEALTHY(Tone.BAD, "/connection"),
    CERTIFICATE_ENDED(Tone.BAD, "/connections"),
    RUN_HELD(Tone.WARN, "/approvals"),
    RUN_FAILED(Tone.BAD, "/run"),
    RUN_PAUSED(Tone.WARN, "/run"),
    CERTIFICATE_ENDING(Tone.WARN, "/connections"),
    NOBODY_CHECKED(Tone.START, ""),
    PEOPLE_FAILED(Tone.WARN, "/people"),
    PEOPLE_BEHIND(Tone.WARN, "/people"),
    NOT_EVERYBODY(Tone.START, ""),
    GOOD(Tone.GOOD, "/people");

    /** How it is drawn. */
    public enum Tone {
        GOOD("pi-check-circle"),
        WARN("pi-exclamation-triangle"),
        BAD("pi-times-circle"),
        START("pi-flag");

        private final String icon;

        Tone(String icon) {
            this.icon = icon;
        }

        public String icon() {
            return icon;
        }

        public String style() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Tone tone;
    private final String page;

    Finding(Tone tone, String page) {
        this.tone = tone;
        this.page = page;
    }

    public Tone tone() {
        return tone;
    }

    /** Where the next action leads; empty text if the page itself has a button for it. */
    public String page() {
        return page;
    }

    /** In the bundle: {@code overview.health.run-held}, with {@code .action} for the link. */
    public String key() {
        return "overview.health." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
