package org.photobridge.portal.account;

import java.util.Locale;

/**
 * What there is to say about one person's picture: a closed list. Pages have a sentence, a button and what to tell the
 * person under {@code verdict.<key>.*}.
 */
public enum Verdict {
    /** The target shows another picture, or none, and a sync would mend it. */
    BEHIND(Button.SYNC),
    MISSING(Button.SYNC),
    /** Both are alike: whoever wants another picture changes it in the source. */
    ALIKE(Button.CHECK),
    /** Both are alike since a recent write: who still sees the old one has a viewer's cache. */
    ALIKE_SINCE_WRITE(Button.CHECK),
    WRITTEN_NOT_SERVED(Button.CHECK),
    NO_SOURCE_PHOTO(Button.CHECK),
    /** A removal is the plan's rule, or asked for here. */
    REMOVED_IN_SOURCE(Button.REMOVE),
    NOT_ELIGIBLE(Button.NONE),
    EXCLUDED(Button.NONE),
    PROTECTED(Button.NONE),
    CHANGED_IN_TARGET(Button.REPLACE),
    KEPT(Button.REPLACE),
    /** Somebody looked at both and keeps the target's. */
    KEPT_BY_PERSON(Button.REPLACE),
    UNDONE(Button.REPLACE),
    FAILED(Button.SYNC),
    NOT_CHECKED(Button.CHECK);

    /** The one button that helps. */
    public enum Button {
        SYNC,
        CHECK,
        REPLACE,
        REMOVE,
        NONE
    }

    private final Button button;

    Verdict(Button button) {
        this.button = button;
    }

    public Button button() {
        return button;
    }

    /** The middle part of the message keys: {@code alike-since-write}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
