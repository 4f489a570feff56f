package org.photobridge.spi;

import java.util.Objects;

/**
 * A secret text that doesn't show itself: no {@code toString}, no {@code equals}, no serialization.
 *
 * <p>Call {@link #reveal()} only where the text is sent or used, and keep no copy.
 */
public final class Secret {

    private final String text;

    private Secret(String text) {
        this.text = Objects.requireNonNull(text, "text");
    }

    public static Secret of(String text) {
        return new Secret(text);
    }

    /** The secret itself. */
    public String reveal() {
        return text;
    }

    /** Says only that there is a secret. */
    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
